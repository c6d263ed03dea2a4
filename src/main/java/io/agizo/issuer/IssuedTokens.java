package io.agizo.issuer;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.agizo.identity.PublicAddress;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Reads what this issuer has signed for people, when it is brought back. */
@Component
class IssuedTokens {

    /** The grant that a token of a person belongs to. */
    static final String GRANT = "sid";

    static final String ID_TOKEN_TYPE = "JWT";

    private final JwtDecoder accessTokens;
    private final JwtDecoder idTokens;

    IssuedTokens(JwtDecoder accessTokens, JWKSource<SecurityContext> keys, PublicAddress address) {
        this.accessTokens = accessTokens;
        this.idTokens = idTokens(keys, address);
    }

    /** An ID token is a hint of who signs out, and may be long past its time by then. */
    private static JwtDecoder idTokens(JWKSource<SecurityContext> keys, PublicAddress address) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator(ID_TOKEN_TYPE), new JwtIssuerValidator(address.issuer())));
        return decoder;
    }

    Optional<Jwt> access(String token) {
        return decoded(accessTokens, token);
    }

    Optional<Jwt> id(String token) {
        return decoded(idTokens, token);
    }

    private static Optional<Jwt> decoded(JwtDecoder decoder, String token) {
        try {
            return Optional.of(decoder.decode(token));
        } catch (JwtException none) {
            return Optional.empty();
        }
    }

    static String audienceOf(Jwt token) {
        return Objects.requireNonNull(token.getAudience(), "the issuer names an audience")
                .getFirst();
    }

    static Set<String> scopesOf(Jwt token) {
        String scope = token.getClaimAsString(OAuth2ParameterNames.SCOPE);
        return scope == null || scope.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(scope.split(" ")));
    }

    static OAuth2AccessToken bearer(Jwt token) {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                token.getTokenValue(),
                token.getIssuedAt(),
                token.getExpiresAt(),
                scopesOf(token));
    }
}
