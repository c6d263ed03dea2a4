package io.agizo.accounts;

import io.agizo.identity.Caller;
import io.agizo.shared.NotFound;
import java.util.UUID;

/** Names an account: the {@code sub} of a person's tokens, and the id of the {@link Caller} they are. */
public record AccountId(UUID value) {

    /** Reads an id that this shop wrote, such as the name of an authentication. */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    /** The account of a person; programs and strangers have none. */
    public static AccountId of(Caller caller) {
        return caller.account().map(AccountId::new).orElseThrow(() -> new NotFound("You have no account here."));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
