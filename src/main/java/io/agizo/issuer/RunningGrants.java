package io.agizo.issuer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Tells of a person's token whether what they let its client do has not ended since it was made. */
@Component
public class RunningGrants {

    private final GrantStore store;

    RunningGrants(GrantStore store) {
        this.store = store;
    }

    /** The grant that a token of this issuer belongs to; the tokens of programs belong to none. */
    public static Optional<UUID> of(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString(IssuedTokens.GRANT)).map(UUID::fromString);
    }

    public boolean include(UUID grant, Instant now) {
        return store.holds(grant, now);
    }
}
