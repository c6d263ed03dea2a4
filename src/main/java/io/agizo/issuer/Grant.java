package io.agizo.issuer;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets a client do.
 *
 * @param id the {@code sid} of its tokens
 * @param scopes what is asked for as long as consent is awaited, then what is granted
 * @param signedInAt when the person proved who they are
 */
record Grant(
        UUID id,
        String clientId,
        UUID account,
        Set<String> scopes,
        Asked asked,
        Instant signedInAt,
        Instant startedAt,
        Instant expiresAt) {

    Grant {
        scopes = Set.copyOf(scopes);
    }

    /** What the client sent along when it asked, to be held against what it sends next. */
    record Asked(
            @Nullable String redirectUri,
            @Nullable String state,
            @Nullable String nonce,
            String codeChallenge) {}

    Grant until(Instant end) {
        return new Grant(id, clientId, account, scopes, asked, signedInAt, startedAt, end);
    }
}
