package io.agizo.clients;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows the access tokens of the other issuer that people sign in at, where the shop is set to have one. */
public interface TokensOfOtherIssuer {

    /**
     * A token that was checked.
     *
     * @param until when it expires
     * @param signedInAt when that issuer says the person proved who they are, if it does
     */
    record Checked(UUID account, Instant until, @Nullable Instant signedInAt) {}

    /**
     * The person of a token that says it is of that issuer; nothing for all others.
     *
     * @throws TokenRefused if it is not what it says
     * @throws IssuerUnavailable if the issuer's keys are neither known nor to be had
     */
    Optional<Checked> check(String token);
}
