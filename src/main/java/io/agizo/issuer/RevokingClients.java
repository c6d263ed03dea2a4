package io.agizo.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes clients that have no secret at their word where tokens are revoked, and nowhere else: the token is the proof, and all
 * that it does there is to end (RFC 7009, section 2.1).
 */
final class RevokingClients implements AuthenticationProvider, AuthenticationConverter {

    private final RegisteredClientRepository clients;
    private final String path;

    RevokingClients(RegisteredClientRepository clients, String path) {
        this.clients = clients;
        this.path = path;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        return path.equals(request.getServletPath()) && client != null
                ? new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null, Map.of())
                : null;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        OAuth2ClientAuthenticationToken claim = (OAuth2ClientAuthenticationToken) asked;
        if (!ClientAuthenticationMethod.NONE.equals(claim.getClientAuthenticationMethod())) {
            return null;
        }
        return Optional.ofNullable(clients.findByClientId(claim.getName()))
                .filter(client -> client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE))
                .map(client -> new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
    }

    @Override
    public boolean supports(Class<?> asked) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(asked);
    }
}
