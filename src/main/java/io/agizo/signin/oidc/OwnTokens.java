package io.agizo.signin.oidc;

import io.agizo.identity.WebClient;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Redeems the code of the embedded issuer by its own checks, in this process: what a token request over HTTP goes through, but
 * with no port, no certificate and no secret to get wrong.
 */
@Component
class OwnTokens implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    private final PublicClientAuthenticationProvider proofs;
    private final OAuth2AuthorizationCodeAuthenticationProvider codes;
    private final AuthorizationServerContext context;

    OwnTokens(
            RegisteredClientRepository clients,
            OAuth2AuthorizationService grants,
            OAuth2TokenGenerator<? extends OAuth2Token> tokens,
            AuthorizationServerSettings settings) {
        this.proofs = new PublicClientAuthenticationProvider(clients, grants);
        this.codes = new OAuth2AuthorizationCodeAuthenticationProvider(grants, tokens);
        this.context = new Embedded(settings);
    }

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest request) {
        AuthorizationServerContextHolder.setContext(context);
        try {
            return redeem(request.getAuthorizationExchange());
        } catch (OAuth2AuthenticationException refused) {
            throw new OAuth2AuthorizationException(refused.getError(), refused);
        } finally {
            AuthorizationServerContextHolder.resetContext();
        }
    }

    private OAuth2AccessTokenResponse redeem(OAuth2AuthorizationExchange exchange) {
        String code = Objects.requireNonNull(exchange.getAuthorizationResponse().getCode());
        Authentication client =
                proved(code, exchange.getAuthorizationRequest().getAttribute(PkceParameterNames.CODE_VERIFIER));
        var redeemed = (OAuth2AccessTokenAuthenticationToken)
                Objects.requireNonNull(codes.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(
                        code, client, exchange.getAuthorizationRequest().getRedirectUri(), Map.of())));
        return OAuth2AccessTokenResponse.withToken(redeemed.getAccessToken().getTokenValue())
                .tokenType(OAuth2AccessToken.TokenType.BEARER)
                .additionalParameters(redeemed.getAdditionalParameters())
                .build();
    }

    private Authentication proved(String code, @Nullable String verifier) {
        Map<String, Object> proof = Map.of(
                OAuth2ParameterNames.GRANT_TYPE,
                AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
                OAuth2ParameterNames.CODE,
                code,
                PkceParameterNames.CODE_VERIFIER,
                Objects.requireNonNull(verifier));
        return Objects.requireNonNull(proofs.authenticate(
                new OAuth2ClientAuthenticationToken(WebClient.ID, ClientAuthenticationMethod.NONE, null, proof)));
    }

    private record Embedded(AuthorizationServerSettings settings) implements AuthorizationServerContext {

        @Override
        public String getIssuer() {
            return Objects.requireNonNull(settings.getIssuer());
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }
}
