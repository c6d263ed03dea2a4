package io.agizo.signin;

import io.agizo.accounts.AccountId;
import io.agizo.accounts.PasswordHashes;
import io.agizo.shared.Shop;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Finds the person who means to sign in by what they typed, and keeps their password as it is kept today. */
final class PeopleWithPasswords implements UserDetailsService, UserDetailsPasswordService {

    private final PasswordHashes hashes;
    private final Shop shop;

    PeopleWithPasswords(PasswordHashes hashes, Shop shop) {
        this.hashes = hashes;
        this.shop = shop;
    }

    /** Who has no password is not found either, so that Spring Security hashes in vain for them as well. */
    @Override
    public UserDetails loadUserByUsername(String typed) {
        Login login = Login.read(typed, shop.country());
        return find(login).orElseThrow(() -> new UsernameNotFoundException("nobody"));
    }

    Optional<PersonWithPassword> find(Login login) {
        return hashes.find(login.phone(), login.email())
                .map(kept -> new PersonWithPassword(kept.account().value(), kept.hash()));
    }

    @Override
    public UserDetails updatePassword(UserDetails person, @Nullable String hash) {
        hashes.replace(AccountId.of(person.getUsername()), hash);
        return person;
    }
}
