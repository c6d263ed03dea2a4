package io.agizo.clients;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that may ask for access tokens.
 *
 * @param id the {@code client_id} it signs in with
 * @param secretHash what {@link SecretHash} makes of its secret; of two secrets that are good, both, with a space between
 * @param permissions the most that a token of it may allow
 * @param requestsPerMinute what it may ask of the shop; null for what the shop's settings say
 * @param actsAlone whether it may have tokens that speak for itself and for no person
 */
record ApiClient(
        String id,
        String name,
        String secretHash,
        Set<Permission> permissions,
        @Nullable Integer requestsPerMinute,
        boolean actsAlone,
        PeopleSignIn signIn) {

    ApiClient {
        permissions = Set.copyOf(permissions);
    }

    /** A program of its own, to which nobody signs in. */
    ApiClient(String id, String name, String secretHash, Set<Permission> permissions) {
        this(id, name, secretHash, permissions, null, true, PeopleSignIn.NONE);
    }

    /**
     * How people sign in to the client.
     *
     * @param returns where they are sent back to, each compared letter by letter; none where nobody signs in
     * @param returnsAfterSignOut where they are sent when they have signed out there
     * @param profileScopes what of a person it may ask to know, and whether it may ask to shop for them
     */
    record PeopleSignIn(List<String> returns, List<String> returnsAfterSignOut, List<String> profileScopes) {

        static final PeopleSignIn NONE = new PeopleSignIn(List.of(), List.of(), List.of());

        PeopleSignIn {
            returns = List.copyOf(returns);
            returnsAfterSignOut = List.copyOf(returnsAfterSignOut);
            profileScopes = List.copyOf(profileScopes);
        }
    }

    boolean signsPeopleIn() {
        return !signIn.returns().isEmpty();
    }

    /** Who calls with a token that was granted these permissions. */
    Caller caller(Set<Permission> granted) {
        return new Caller(id, name, permissions).limitedTo(granted);
    }
}
