package io.agizo.identity;

import java.time.Duration;

/** What a person asks for needs that they have proved a moment ago who they are, and the last time is too long ago (RFC 9470). */
public final class SignInTooOld extends RuntimeException {

    /** How long a proof is good for what a stolen session or token must not be enough for. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(15);

    /** What a client needs to know to send the person to sign in anew; goes behind the usual challenge. */
    public static final String CHALLENGE =
            ", error=\"insufficient_user_authentication\", max_age=\"%d\"".formatted(GOOD_FOR.toSeconds());

    SignInTooOld() {
        super(
                "This needs a sign-in of the last %d minutes. Send the person to /oauth2/authorize with max_age=%d, then ask again with the new token."
                        .formatted(GOOD_FOR.toMinutes(), GOOD_FOR.toSeconds()),
                null,
                false,
                false);
    }
}
