package io.agizo.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API client as those see it who manage them; nobody sees its secret again.
 *
 * @param permissions their scopes, in the order of {@link Permission}
 * @param requestsPerMinute what it may ask of the shop; null for what the shop's settings say
 * @param lastUsedAt to the minute or so; null if it never was
 * @param oldSecretUntil how long the secret before the present one is still good, if it is
 * @param version rises by one with each change
 */
public record ApiClientView(
        String id,
        String name,
        List<String> permissions,
        @Nullable Integer requestsPerMinute,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant oldSecretUntil,
        int version) {}
