package io.agizo.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/**
 * A caller's promise that requests under one key are one request.
 *
 * @param id a hash of the caller and the key they chose
 * @param request a hash of what is asked for and of its input, to tell a repeat from another request under the same key
 */
public record IdempotencyKey(UUID id, UUID request) {

    /** What a key has to be. */
    public static final String RULE = "must be one string of 1 to 255 visible ASCII characters";

    private static final int LONGEST = 255;
    private static final byte[] SEPARATOR = {0};

    /**
     * The key as a caller chose it; empty if nobody may choose it so.
     *
     * @param action what is asked for, without a NUL
     */
    public static Optional<IdempotencyKey> of(String callerId, String key, String action, byte[] input) {
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return Optional.empty();
        }
        return Optional.of(new IdempotencyKey(hash(bytes(callerId), bytes(key)), hash(bytes(action), input)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first 128 bits of SHA-256 over the parts, none of which but the last may hold a NUL. */
    private static UUID hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
                digest.update(SEPARATOR);
            }
            ByteBuffer hash = ByteBuffer.wrap(digest.digest());
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The same key for one thing only: strangers share a name, and two who choose one key must not meet under it. */
    public IdempotencyKey within(UUID scope) {
        UUID scoped = new UUID(
                id.getMostSignificantBits() ^ scope.getMostSignificantBits(),
                id.getLeastSignificantBits() ^ scope.getLeastSignificantBits());
        return new IdempotencyKey(scoped, request);
    }
}
