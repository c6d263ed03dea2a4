package io.agizo.identity;

/** By what names the pages of the shop are a client of the issuer, be it the embedded one or another. */
public final class WebClient {

    public static final String ID = "agizo";

    /** Where a browser that is not signed in is sent. */
    public static final String SIGN_IN = "/oauth2/authorization/" + ID;

    /** Where the issuer sends it back to. */
    public static final String CALLBACK = "/login/oauth2/code/" + ID;

    private WebClient() {}
}
