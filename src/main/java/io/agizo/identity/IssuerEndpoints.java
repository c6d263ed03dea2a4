package io.agizo.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/**
 * Discovery, keys and tokens, the issuer's own addresses. Only what works here is served and named in discovery, save
 * the address for the sign-in of people, which OpenID Connect demands to be named.
 */
@Component
public final class IssuerEndpoints {

    private static final String OPENID_CONFIGURATION = "/.well-known/openid-configuration";
    private static final String OAUTH_CONFIGURATION = "/.well-known/oauth-authorization-server";

    private static final Set<String> TRUE_OF_THIS_ISSUER = Set.of(
            "issuer",
            "authorization_endpoint",
            "token_endpoint",
            "jwks_uri",
            "response_types_supported",
            "subject_types_supported",
            "id_token_signing_alg_values_supported",
            "code_challenge_methods_supported");

    private final AuthorizationServerSettings settings;

    IssuerEndpoints(AuthorizationServerSettings settings) {
        this.settings = settings;
    }

    /** Makes the chain that answers at the issuer's addresses, and only there. */
    public void secure(HttpSecurity http) {
        OAuthErrors errors = new OAuthErrors();
        http.securityMatchers(requests -> requests.requestMatchers(
                                HttpMethod.GET, OPENID_CONFIGURATION, OAUTH_CONFIGURATION, settings.getJwkSetEndpoint())
                        .requestMatchers(settings.getTokenEndpoint()))
                .oauth2AuthorizationServer(server -> server.clientAuthentication(client ->
                                client.authenticationConverters(readers ->
                                                replaceAll(readers, new ClientSecretBasicAuthenticationConverter()))
                                        .authenticationProviders(checks -> checks.forEach(check -> {
                                            if (check instanceof ClientSecretAuthenticationProvider secrets) {
                                                secrets.setPasswordEncoder(new SecretHash());
                                            }
                                        }))
                                        .errorResponseHandler(errors))
                        .tokenEndpoint(token -> token.accessTokenRequestConverters(
                                        readers -> replaceAll(readers, new ClientCredentialsRequest()))
                                .errorResponseHandler(errors))
                        .authorizationServerMetadataEndpoint(metadata -> metadata.authorizationServerMetadataCustomizer(
                                document -> document.claims(IssuerEndpoints::tellTheTruth)))
                        .oidc(oidc ->
                                oidc.providerConfigurationEndpoint(metadata -> metadata.providerConfigurationCustomizer(
                                        document -> document.claims(IssuerEndpoints::tellTheTruth)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new TokenRequestGuard(settings.getTokenEndpoint(), errors), HeaderWriterFilter.class);
    }

    private static <T> void replaceAll(List<T> offered, T only) {
        offered.clear();
        offered.add(only);
    }

    private static void tellTheTruth(Map<String, Object> metadata) {
        metadata.keySet().retainAll(TRUE_OF_THIS_ISSUER);
        metadata.put("grant_types_supported", List.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
        metadata.put(
                "token_endpoint_auth_methods_supported",
                List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue()));
        metadata.put(
                "scopes_supported",
                Arrays.stream(Permission.values()).map(Permission::scope).toList());
    }
}
