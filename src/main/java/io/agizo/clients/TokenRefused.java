package io.agizo.clients;

/** What was presented as an access token is none of this shop, or is no longer valid. */
public final class TokenRefused extends RuntimeException {

    /** Says no more than this, so that nobody learns from it how to make a better false one. */
    public static final String REASON = "The access token is not valid, or no longer; get a new one at /oauth2/token.";

    private final boolean genuine;

    /** For what nobody that the shop trusts has signed. */
    public TokenRefused() {
        this(false);
    }

    private TokenRefused(boolean genuine) {
        super(REASON, null, false, false);
        this.genuine = genuine;
    }

    /** For a token that was once good: its time is over, or its owner is not there any more. */
    public static TokenRefused genuine() {
        return new TokenRefused(true);
    }

    /** Whether it was signed by whom the shop trusts, so that it is no guess. */
    public boolean isGenuine() {
        return genuine;
    }
}
