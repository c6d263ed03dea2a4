package io.agizo.clients;

/** The other issuer, which signs people in here, cannot be asked at the moment; nobody is let in on a guess. */
public final class IssuerUnavailable extends RuntimeException {

    public static final String REASON = "The issuer that signs people in does not answer.";

    public IssuerUnavailable(Throwable cause) {
        super(REASON, cause);
    }
}
