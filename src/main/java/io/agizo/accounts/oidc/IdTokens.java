package io.agizo.accounts.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Checks ID tokens: those of the embedded issuer with the keys at hand, those of another with the keys that it publishes. */
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private final OidcIdTokenDecoderFactory ofOthers = new OidcIdTokenDecoderFactory();
    private final OidcSettings settings;
    private final JWKSource<SecurityContext> keys;

    IdTokens(OidcSettings settings, JWKSource<SecurityContext> keys) {
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration client) {
        return settings.isOther() ? ofOthers.createDecoder(client) : embedded(client);
    }

    private JwtDecoder embedded(ClientRegistration client) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new OidcIdTokenValidator(client));
        return decoder;
    }
}
