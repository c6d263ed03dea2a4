package io.agizo.clients;

import io.agizo.identity.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API client as those see it who manage them; nobody sees its secret again.
 *
 * @param permissions their scopes, in the order of {@link Permission}
 * @param requestsPerMinute what it may ask of the shop; null for what the shop's settings say
 * @param grantTypes {@code client_credentials} for tokens of its own, {@code authorization_code} where people sign in to it
 * @param redirectUris where people are sent back to once they have signed in
 * @param postLogoutRedirectUris where they are sent once they have signed out
 * @param profileScopes which of {@code profile}, {@code phone}, {@code email} and {@code shop:order} it may ask people for
 * @param lastUsedAt to the minute or so; null if it never was
 * @param oldSecretUntil how long the secret before the present one is still good, if it is
 * @param version rises by one with each change
 */
public record ApiClientView(
        String id,
        String name,
        List<String> permissions,
        @Nullable Integer requestsPerMinute,
        List<String> grantTypes,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        List<String> profileScopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant oldSecretUntil,
        int version) {

    /** One of which nothing is said yet. */
    static ApiClientView blank(String id, Instant createdAt) {
        List<String> none = List.of();
        return new ApiClientView(id, "", none, null, none, none, none, none, createdAt, null, null, 1);
    }
}
