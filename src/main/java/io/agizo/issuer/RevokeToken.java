package io.agizo.issuer;

import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.SecretHash;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Lets a client give back a token of a person (RFC 7009). With any token of a grant the whole grant ends, so that the other
 * tokens of it are worth nothing either. A program's own token belongs to no grant and lives out its hour.
 */
@Component
class RevokeToken implements AuthenticationProvider {

    private static final String UNSUPPORTED_TOKEN_TYPE = "unsupported_token_type";

    private final GrantStore grants;
    private final IssuedTokens issued;
    private final AuditTrail trail;

    RevokeToken(GrantStore grants, IssuedTokens issued, AuditTrail trail) {
        this.grants = grants;
        this.issued = issued;
        this.trail = trail;
    }

    /** What is no token, or not any more, is given back already. */
    @Override
    public Authentication authenticate(Authentication asked) {
        var revocation = (OAuth2TokenRevocationAuthenticationToken) asked;
        String client = ((OAuth2ClientAuthenticationToken) revocation.getPrincipal()).getName();
        grantOf(revocation.getToken(), client).ifPresent(grant -> end(grant, client));
        return asked;
    }

    private Optional<Grant> grantOf(String token, String client) {
        Optional<GrantStore.Kept> refreshed = RefreshTokens.Parts.of(token)
                .map(parts -> SecretHash.of(parts.family()))
                .flatMap(grants::byFamily);
        return refreshed
                .or(() -> issued.access(token).flatMap(access -> ofAccessToken(access, client)))
                .map(GrantStore.Kept::grant);
    }

    private Optional<GrantStore.Kept> ofAccessToken(Jwt token, String client) {
        if (client.equals(token.getSubject())) {
            throw new OAuth2AuthenticationException(UNSUPPORTED_TOKEN_TYPE);
        }
        return RunningGrants.of(token).flatMap(grants::find);
    }

    private void end(Grant grant, String client) {
        if (!grant.clientId().equals(client)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        grants.end(grant.id());
        trail.note(
                AuditEvent.GRANT_ENDED,
                AuditParty.client(client),
                AuditParty.account(grant.account()),
                Map.of("reason", "revoked"));
    }

    @Override
    public boolean supports(Class<?> asked) {
        return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(asked);
    }
}
