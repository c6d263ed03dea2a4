package io.agizo.api;

import java.util.UUID;

/**
 * A caller's promise that requests under one key are one request.
 *
 * @param id a hash of the caller and the key they chose
 * @param request a hash of method, path and body, to tell a repeat from another request under the same key
 */
public record IdempotencyKey(UUID id, UUID request) {

    /** The same key for one thing only: strangers share a name, and two who choose one key must not meet under it. */
    public IdempotencyKey within(UUID scope) {
        UUID scoped = new UUID(
                id.getMostSignificantBits() ^ scope.getMostSignificantBits(),
                id.getLeastSignificantBits() ^ scope.getLeastSignificantBits());
        return new IdempotencyKey(scoped, request);
    }
}
