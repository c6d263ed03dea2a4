package io.agizo.issuer;

import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * The clients, for the check of their secrets: in place of one that is not there, or has none, stands one whose secret nobody
 * has. So a wrong name fails like a wrong secret, by the same answer after the same work.
 */
final class ClientsToProve implements RegisteredClientRepository {

    private static final RegisteredClient NOBODY = RegisteredClient.withId("nobody")
            .clientId("nobody")
            .clientSecret("0".repeat(64))
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .build();

    private final RegisteredClientRepository clients;

    ClientsToProve(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public RegisteredClient findByClientId(String clientId) {
        return Optional.ofNullable(clients.findByClientId(clientId))
                .filter(client -> client.getClientSecret() != null)
                .orElse(NOBODY);
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        clients.save(client);
    }
}
