package io.agizo.accounts;

import io.agizo.issuer.Profiles;
import io.agizo.shared.PhoneNumber;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the issuer what an account holds of a person. */
@Component
class KnownProfiles implements Profiles {

    private final AccountStore accounts;

    KnownProfiles(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<Profile> find(UUID account) {
        return accounts.find(new AccountId(account)).map(KnownProfiles::profile);
    }

    private static Profile profile(Account account) {
        @Nullable PhoneNumber phone = account.provedPhone();
        return new Profile(account.name(), account.locale(), phone == null ? null : phone.e164(), account.email());
    }
}
