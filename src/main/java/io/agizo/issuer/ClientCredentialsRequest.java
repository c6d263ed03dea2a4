package io.agizo.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a token request; one that names no scope asks for every scope the client holds. */
final class ClientCredentialsRequest implements AuthenticationConverter {

    private final AuthenticationConverter reader = new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!(reader.convert(request) instanceof OAuth2ClientCredentialsAuthenticationToken asked)) {
            return null;
        }
        OAuth2ClientAuthenticationToken client = (OAuth2ClientAuthenticationToken) asked.getPrincipal();
        Set<String> scopes = asked.getScopes().isEmpty()
                ? Objects.requireNonNull(client.getRegisteredClient()).getScopes()
                : asked.getScopes();
        // Without additional parameters: a DPoP proof would bind the token to a key that the API does not ask for.
        return new OAuth2ClientCredentialsAuthenticationToken(client, scopes, Map.of());
    }
}
