package io.agizo.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Shows the API clients to Spring Authorization Server. */
@Component
class RegisteredClients implements RegisteredClientRepository {

    /** Long enough that asking for tokens is no load, short enough that a token that leaked is soon worth nothing. */
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFETIME).build();

    private final ApiClientStore clients;

    RegisteredClients(ApiClientStore clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId).map(RegisteredClients::registered).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("API clients are not changed by the authorization server");
    }

    private static RegisteredClient registered(ApiClient client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.permissions().forEach(permission -> scopes.add(permission.scope())))
                .tokenSettings(TOKENS)
                .build();
    }
}
