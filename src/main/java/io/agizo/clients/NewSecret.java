package io.agizo.clients;

import io.agizo.identity.SecretHash;
import java.security.SecureRandom;
import java.util.Base64;

/** Draws what programs sign in with. */
final class NewSecret {

    /** So many that no one guesses one, whatever the hash of it costs; see {@link SecretHash}. */
    private static final int SECRET_BYTES = 32;

    /** By which tools that look for secrets in code and logs know one of ours. */
    private static final String SECRET_PREFIX = "agizo_";

    /** Without letters and digits that are read for one another, since people copy ids by hand. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** 31^12 ids, so that two clients never draw one, and no id comes back when its client is gone. */
    private static final int ID_LETTERS = 12;

    private static final SecureRandom RANDOM = new SecureRandom();

    private NewSecret() {}

    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return SECRET_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String clientId() {
        StringBuilder id = new StringBuilder("client-");
        for (int i = 0; i < ID_LETTERS; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
