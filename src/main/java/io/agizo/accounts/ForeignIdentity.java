package io.agizo.accounts;

/** Who somebody is at another OpenID Connect issuer. It is all that links them to an account: an e-mail address never is. */
public record ForeignIdentity(String issuer, String subject) {}
