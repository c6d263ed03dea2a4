package io.agizo.accounts;

import java.time.Instant;

/** Who the owner of an account is at another issuer, and since when that is known. */
public record LinkedIdentity(ForeignIdentity identity, Instant linkedAt) {}
