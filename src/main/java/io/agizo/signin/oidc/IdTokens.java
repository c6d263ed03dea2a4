package io.agizo.signin.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Checks ID tokens: those of the embedded issuer with the keys at hand, those of another with the keys that it publishes. */
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private final OidcSettings settings;
    private final JWKSource<SecurityContext> keys;

    IdTokens(OidcSettings settings, JWKSource<SecurityContext> keys) {
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration client) {
        NimbusJwtDecoder decoder = settings.isOther() ? withPublishedKeys(client) : withKeysAtHand();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(client))));
        return decoder;
    }

    private static NimbusJwtDecoder withPublishedKeys(ClientRegistration client) {
        String address = Objects.requireNonNull(client.getProviderDetails().getJwkSetUri());
        return NimbusJwtDecoder.withJwkSetUri(address)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(ToOtherIssuer.answeredWithin(ToOtherIssuer.PATIENCE)))
                .build();
    }

    private NimbusJwtDecoder withKeysAtHand() {
        return NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
    }
}
