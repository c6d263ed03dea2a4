package io.agizo.issuer;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.agizo.identity.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** What a token of this shop looks like when it is made, and must look like to be taken: RFC 9068. */
@Configuration(proxyBeanMethods = false)
class IssuerBeans {

    private static final String ACCESS_TOKEN_TYPE = "at+jwt";

    /** A client gets the next one by its refresh token, and is told then if the person has stopped it. */
    private static final Duration TOKEN_LIFETIME_OF_PEOPLE = Duration.ofMinutes(10);

    @Bean
    AuthorizationServerSettings authorizationServerSettings(PublicAddress address) {
        return AuthorizationServerSettings.builder().issuer(address.issuer()).build();
    }

    /** Tells of wrong client secrets too, which Spring Security leaves out unless it is asked. */
    @Bean
    AuthenticationEventPublisher authenticationEvents(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(
                Map.of(OAuth2AuthenticationException.class, AuthenticationFailureBadCredentialsEvent.class));
        return publisher;
    }

    /** The one bean of its kind: with a second, Spring would quietly make tokens of its own. */
    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokenGenerator(
            JWKSource<SecurityContext> keys, PublicAddress address, Clock clock) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        JwtGenerator generator = new JwtGenerator(encoder);
        generator.setClock(clock);
        generator.setJwtCustomizer(token -> shape(token, address.audience(), clock.instant()));
        return new DelegatingOAuth2TokenGenerator(generator, new RefreshTokens(clock));
    }

    private static void shape(JwtEncodingContext token, String audience, Instant now) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            shapeAccessToken(token, audience);
        } else {
            token.getJwsHeader().type(IssuedTokens.ID_TOKEN_TYPE);
        }
        OAuth2Authorization grant = token.getAuthorization();
        if (grant != null && !AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
            shapeForPerson(token, grant, now);
        }
    }

    /** Says {@code typ} at this shop means an access token, so that no other kind of token is ever taken for one. */
    private static void shapeAccessToken(JwtEncodingContext token, String audience) {
        token.getJwsHeader().type(ACCESS_TOKEN_TYPE);
        token.getClaims()
                .audience(List.of(audience))
                .claim(
                        OAuth2ParameterNames.CLIENT_ID,
                        token.getRegisteredClient().getClientId())
                .claim(OAuth2ParameterNames.SCOPE, String.join(" ", token.getAuthorizedScopes()))
                // A replica whose clock is a moment behind would refuse a new token for its "not before".
                .claims(claims -> claims.remove(JwtClaimNames.NBF));
    }

    private static void shapeForPerson(JwtEncodingContext token, OAuth2Authorization grant, Instant now) {
        Instant signedIn = Objects.requireNonNull(grant.getAttribute(GrantForm.SIGNED_IN_AT));
        token.getClaims()
                .claim(IssuedTokens.GRANT, grant.getId())
                .claim(IdTokenClaimNames.AUTH_TIME, signedIn.getEpochSecond());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            token.getClaims().expiresAt(now.plus(TOKEN_LIFETIME_OF_PEOPLE));
        }
    }

    @Bean
    JwtDecoder accessTokenDecoder(JWKSource<SecurityContext> keys, PublicAddress address, Clock clock) {
        JwtTimestampValidator valid = new JwtTimestampValidator(Duration.ZERO);
        valid.setAllowEmptyExpiryClaim(false);
        valid.setClock(clock);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator(ACCESS_TOKEN_TYPE),
                new JwtIssuerValidator(address.issuer()),
                new JwtAudienceValidator(address.audience()),
                valid));
        return decoder;
    }
}
