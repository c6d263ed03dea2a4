package io.agizo.staff;

import io.agizo.identity.PublicAddress;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes the links that let somebody in once, each with a secret of its own. */
@Component
class AccountLinks {

    /** Nobody guesses 256 bits, so a plain hash is enough to keep them by. */
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final PublicAddress address;

    AccountLinks(PublicAddress address) {
        this.address = address;
    }

    String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    String invitation(String secret) {
        return address.url() + "/invitation?token=" + secret;
    }

    String setUp(String secret) {
        return address.url() + "/set-up?token=" + secret;
    }
}
