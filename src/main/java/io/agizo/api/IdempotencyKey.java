package io.agizo.api;

import java.util.UUID;

/**
 * A caller's promise that requests under one key are one request.
 *
 * @param id a hash of the caller and the key they chose
 * @param request a hash of method, path and body, to tell a repeat from another request under the same key
 */
public record IdempotencyKey(UUID id, UUID request) {}
