package io.agizo.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is kept of people's passwords, for those alone who let people in. */
@Component
public class PasswordHashes {

    /** The hash of somebody's password. */
    public record Kept(AccountId account, String hash) {

        @Override
        public String toString() {
            return account.toString();
        }
    }

    private final AccountStore store;

    PasswordHashes(AccountStore store) {
        this.store = store;
    }

    /** As Spring Security wrote it, with the name of the algorithm; empty for who signs in in other ways. */
    public Optional<String> find(AccountId account) {
        return store.passwordHash(account);
    }

    /** Whose phone or e-mail address it is, if they have a password; one statement, whether there is anyone or not. */
    public Optional<Kept> find(@Nullable String phone, String email) {
        return store.passwordHash(phone, email);
    }

    /** None takes the password away. */
    public void replace(AccountId account, @Nullable String hash) {
        store.replacePasswordHash(account, hash);
    }
}
