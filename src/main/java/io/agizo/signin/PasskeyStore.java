package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Keeps passkeys, by Spring Security's own SQL, and tells devices whose they are in words that people know. */
@Component
class PasskeyStore implements PublicKeyCredentialUserEntityRepository {

    private final JdbcPublicKeyCredentialUserEntityRepository people;
    private final JdbcUserCredentialRepository keys;
    private final Accounts accounts;

    PasskeyStore(JdbcTemplate jdbc, Accounts accounts) {
        this.people = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
        this.keys = new JdbcUserCredentialRepository(jdbc);
        this.accounts = accounts;
    }

    UserCredentialRepository keys() {
        return keys;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return people.findById(id);
    }

    /** As it is shown where the person chooses among their passkeys, which knows nothing of the ids of accounts. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return accounts.find(AccountId.of(account))
                .map(person -> shown(person, kept(account)))
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        people.save(person);
    }

    @Override
    public void delete(Bytes id) {
        people.delete(id);
    }

    private PublicKeyCredentialUserEntity kept(String account) {
        PublicKeyCredentialUserEntity known = people.findByUsername(account);
        if (known == null) {
            known = ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(Bytes.random())
                    .name(account)
                    .displayName(account)
                    .build();
            people.save(known);
        }
        return known;
    }

    private static PublicKeyCredentialUserEntity shown(Account person, PublicKeyCredentialUserEntity kept) {
        String contact =
                person.phone() == null ? person.email() : person.phone().e164();
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(kept.getId())
                .name(Objects.requireNonNullElse(contact, person.name()))
                .displayName(person.name())
                .build();
    }
}
