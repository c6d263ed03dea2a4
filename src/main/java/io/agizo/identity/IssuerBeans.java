package io.agizo.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** What a token of this shop looks like when it is made, and must look like to be taken: RFC 9068. */
@Configuration(proxyBeanMethods = false)
class IssuerBeans {

    private static final String ACCESS_TOKEN_TYPE = "at+jwt";

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

    @Bean
    OAuth2TokenGenerator<Jwt> tokenGenerator(JWKSource<SecurityContext> keys, PublicAddress address, Clock clock) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        JwtGenerator generator = new JwtGenerator(encoder);
        generator.setClock(clock);
        generator.setJwtCustomizer(token -> shape(token, address.audience()));
        return generator;
    }

    /** Says {@code typ} at this shop means an access token, so that no other kind of token is ever taken for one. */
    private static void shape(JwtEncodingContext token, String audience) {
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
