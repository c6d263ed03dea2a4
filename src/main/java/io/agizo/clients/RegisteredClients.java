package io.agizo.clients;

import io.agizo.clients.ApiClient.PeopleSignIn;
import io.agizo.identity.PublicAddress;
import io.agizo.identity.WebClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Shows the API clients, and the shop's own web client, to Spring Authorization Server. Each of them has to prove with PKCE
 * that the code it brings was made for it, also one that has a secret.
 */
@Component
class RegisteredClients implements RegisteredClientRepository {

    /** Long enough that asking for tokens is no load, short enough that a token that leaked is soon worth nothing. */
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    /** The browser goes straight from the one page to the other. */
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    private static final TokenSettings TOKENS = TokenSettings.builder()
            .accessTokenTimeToLive(TOKEN_LIFETIME)
            .authorizationCodeTimeToLive(CODE_LIFETIME)
            .reuseRefreshTokens(false)
            .build();

    private final ApiClientStore clients;
    private final RegisteredClient web;

    RegisteredClients(ApiClientStore clients, PublicAddress address) {
        this.clients = clients;
        this.web = web(address);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(WebClient.ID)
                ? web
                : clients.find(clientId).map(RegisteredClients::registered).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("API clients are not changed by the authorization server");
    }

    /** The pages of this very process. They need no secret, since they bring their codes by no network. */
    private static RegisteredClient web(PublicAddress address) {
        return RegisteredClient.withId(WebClient.ID)
                .clientId(WebClient.ID)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address.url() + WebClient.CALLBACK)
                .postLogoutRedirectUri(address.url() + "/")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TOKENS)
                .build();
    }

    private static RegisteredClient registered(ApiClient client) {
        RegisteredClient.Builder registered = RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scopes(scopes -> client.permissions().forEach(permission -> scopes.add(permission.scope())))
                .tokenSettings(TOKENS);
        if (client.actsAlone()) {
            registered.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        return (client.signsPeopleIn() ? signingPeopleIn(registered, client.signIn()) : registered).build();
    }

    private static RegisteredClient.Builder signingPeopleIn(RegisteredClient.Builder registered, PeopleSignIn signIn) {
        return registered
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(signIn.returns()))
                .postLogoutRedirectUris(uris -> uris.addAll(signIn.returnsAfterSignOut()))
                .scope(OidcScopes.OPENID)
                .scopes(scopes -> scopes.addAll(signIn.profileScopes()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build());
    }
}
