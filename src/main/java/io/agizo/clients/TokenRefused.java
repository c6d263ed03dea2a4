package io.agizo.clients;

/** What was presented as an access token is none of this shop, or is no longer valid. */
public final class TokenRefused extends RuntimeException {

    /** Says no more than this, so that nobody learns from it how to make a better false one. */
    public static final String REASON = "The access token is not valid, or no longer; get a new one at /oauth2/token.";

    public TokenRefused() {
        super(REASON, null, false, false);
    }
}
