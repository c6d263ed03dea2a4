package io.agizo.cart;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.NotFound;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a cart to whoever holds it, and is the only proof that they do: nobody can guess it. */
public record CartId(@JsonValue String secret) {

    /** 144 random bits, which base64 writes without padding. */
    private static final int RANDOM_BYTES = 18;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");

    /** Text of another form names no cart, like a secret that nobody was given. */
    public CartId {
        if (!FORM.matcher(secret).matches()) {
            throw unknown();
        }
    }

    static CartId draw(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new CartId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A hash of the secret, under which the cart is kept and which opens nothing. */
    public UUID hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            ByteBuffer bits = ByteBuffer.wrap(hash);
            return new UUID(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static NotFound unknown() {
        return new NotFound("There is no such cart, or not any more. Open a new one.");
    }

    /** Without the secret, which has no place in a log. */
    @Override
    public String toString() {
        return "CartId[" + hash() + "]";
    }
}
