package io.agizo.issuer;

import io.agizo.identity.SecretHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Makes refresh tokens: {@code family.secret}, where all tokens of one grant share the family and each has a secret of its
 * own. So a token that was used before is known as such, and its grant found, without a list of used ones.
 */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private static final int FAMILY_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    RefreshTokens(Clock clock) {
        this.clock = clock;
    }

    /** The two halves of a refresh token. */
    record Parts(String family, String secret) {

        static Optional<Parts> of(String token) {
            int dot = token.indexOf('.');
            return dot < 1
                    ? Optional.empty()
                    : Optional.of(new Parts(token.substring(0, dot), token.substring(dot + 1)));
        }

        String familyHash() {
            return SecretHash.of(family);
        }

        String secretHash() {
            return SecretHash.of(secret);
        }
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        String family = familyBefore(context).orElseGet(() -> random(FAMILY_BYTES));
        return new OAuth2RefreshToken(
                family + '.' + random(SECRET_BYTES),
                clock.instant(),
                clock.instant().plus(Grants.LIFETIME));
    }

    private static Optional<String> familyBefore(OAuth2TokenContext context) {
        return context.getAuthorizationGrant() instanceof OAuth2RefreshTokenAuthenticationToken refresh
                ? Parts.of(refresh.getRefreshToken()).map(Parts::family)
                : Optional.empty();
    }

    private String random(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
