package io.agizo.clients;

import com.nimbusds.jwt.SignedJWT;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.stereotype.Component;

/** Notes the tokens that are turned away: whose they were if this shop signed them; of others nothing can be believed. */
@Component
class RefusedTokens {

    private final AuditTrail audit;

    RefusedTokens(AuditTrail audit) {
        this.audit = audit;
    }

    /** Notes a token that the decoder refused; it tells whether the signature was good by how it refuses. */
    TokenRefused decoding(String token, JwtException refused) {
        return of(refused instanceof JwtValidationException ? owner(token) : null);
    }

    /** Notes a token of someone who is not there any more. */
    TokenRefused of(@Nullable AuditParty owner) {
        audit.note(AuditEvent.TOKEN_REFUSED, AuditParty.nobody(), owner, Map.of());
        return owner == null ? new TokenRefused() : TokenRefused.genuine();
    }

    private static @Nullable AuditParty owner(String token) {
        try {
            String subject = SignedJWT.parse(token).getJWTClaimsSet().getSubject();
            return subject == null ? null : AuditParty.ofId(subject);
        } catch (ParseException unreadable) {
            return null;
        }
    }
}
