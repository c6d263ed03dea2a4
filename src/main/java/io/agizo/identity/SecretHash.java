package io.agizo.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How the secrets of programs are kept. The shop makes them itself, of 256 random bits, which nobody guesses however
 * fast the hash is; so a fast one is as safe as a slow one, and a flood of wrong secrets buys no processor time.
 * For what people choose it would be wrong.
 */
public final class SecretHash implements PasswordEncoder {

    public static String of(CharSequence secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : of(secret);
    }

    /** Whether the secret has one of the hashes, of which there are two with a space between while a secret is replaced. */
    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
        if (secret == null || hashes == null) {
            return false;
        }
        byte[] presented = of(secret).getBytes(StandardCharsets.US_ASCII);
        boolean matches = false;
        for (String hash : hashes.split(" ", -1)) {
            matches |= MessageDigest.isEqual(presented, hash.getBytes(StandardCharsets.US_ASCII));
        }
        return matches;
    }
}
