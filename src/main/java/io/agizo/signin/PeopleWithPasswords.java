package io.agizo.signin;

import io.agizo.accounts.AccountId;
import io.agizo.accounts.PasswordHashes;
import io.agizo.shared.Shop;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Finds the person who means to sign in by what they typed, and keeps their password as it is kept today. */
final class PeopleWithPasswords implements UserDetailsService, UserDetailsPasswordService {

    private final LoginStore store;
    private final PasswordHashes hashes;
    private final Shop shop;

    PeopleWithPasswords(LoginStore store, PasswordHashes hashes, Shop shop) {
        this.store = store;
        this.hashes = hashes;
        this.shop = shop;
    }

    /** Who has no password is not found either, so that Spring Security hashes in vain for them as well. */
    @Override
    public UserDetails loadUserByUsername(String typed) {
        Login login = Login.read(typed, shop.country());
        return store.find(login).orElseThrow(() -> new UsernameNotFoundException("nobody"));
    }

    @Override
    public UserDetails updatePassword(UserDetails person, @Nullable String hash) {
        hashes.replace(AccountId.of(person.getUsername()), hash);
        return person;
    }
}
