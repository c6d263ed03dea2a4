package io.agizo.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2RefreshTokenAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a token request by what it brings, without more: a DPoP proof would bind the token to a key that the API does not ask for. */
final class TokenRequests implements AuthenticationConverter {

    private final AuthenticationConverter ofPrograms = new ClientCredentialsRequest();
    private final AuthenticationConverter byCode = new OAuth2AuthorizationCodeAuthenticationConverter();
    private final AuthenticationConverter byRefreshToken = new OAuth2RefreshTokenAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (byCode.convert(request) instanceof OAuth2AuthorizationCodeAuthenticationToken asked) {
            return new OAuth2AuthorizationCodeAuthenticationToken(
                    asked.getCode(), client(asked), asked.getRedirectUri(), Map.of());
        }
        if (byRefreshToken.convert(request) instanceof OAuth2RefreshTokenAuthenticationToken asked) {
            return new OAuth2RefreshTokenAuthenticationToken(
                    asked.getRefreshToken(), client(asked), asked.getScopes(), Map.of());
        }
        return ofPrograms.convert(request);
    }

    private static Authentication client(Authentication asked) {
        return (Authentication) Objects.requireNonNull(asked.getPrincipal());
    }
}
