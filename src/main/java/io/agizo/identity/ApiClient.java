package io.agizo.identity;

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
 */
record ApiClient(
        String id,
        String name,
        String secretHash,
        Set<Permission> permissions,
        @Nullable Integer requestsPerMinute,
        Returns returns) {

    ApiClient {
        permissions = Set.copyOf(permissions);
    }

    ApiClient(String id, String name, String secretHash, Set<Permission> permissions) {
        this(id, name, secretHash, permissions, null, Returns.NONE);
    }

    /**
     * Where the client's people are sent back to; each is compared letter by letter.
     *
     * @param afterSignIn none for a program that signs nobody in
     */
    record Returns(List<String> afterSignIn, List<String> afterSignOut) {

        static final Returns NONE = new Returns(List.of(), List.of());

        Returns {
            afterSignIn = List.copyOf(afterSignIn);
            afterSignOut = List.copyOf(afterSignOut);
        }
    }

    boolean signsPeopleIn() {
        return !returns.afterSignIn().isEmpty();
    }

    /** Who calls with a token that was granted these permissions. */
    Caller caller(Set<Permission> granted) {
        return new Caller(id, name, permissions).limitedTo(granted);
    }
}
