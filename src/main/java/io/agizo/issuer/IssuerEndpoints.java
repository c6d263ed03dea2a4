package io.agizo.issuer;

import io.agizo.identity.Permission;
import io.agizo.identity.PublicAddress;
import io.agizo.identity.SecretHash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/** The issuer's own addresses: those that programs speak to, and those that browsers are sent to. Only what works here is served and named in discovery. */
@Component
public final class IssuerEndpoints {

    private static final String OPENID_CONFIGURATION = "/.well-known/openid-configuration";
    private static final String OAUTH_CONFIGURATION = "/.well-known/oauth-authorization-server";
    private static final String CONSENT_PAGE = "/oauth2/consent";
    private static final String SIGN_IN_PAGE = "/login";
    private static final String SIGN_IN_AGAIN_PAGE = "/login/again";

    private static final Set<String> TRUE_OF_THIS_ISSUER = Set.of(
            "issuer",
            "authorization_endpoint",
            "token_endpoint",
            "jwks_uri",
            "userinfo_endpoint",
            "end_session_endpoint",
            "response_types_supported",
            "subject_types_supported",
            "id_token_signing_alg_values_supported",
            "code_challenge_methods_supported");

    private final AuthorizationServerSettings settings;
    private final PublicAddress address;
    private final UserInfo userInfo;
    private final SignOutOfClient signOut;
    private final Clock clock;

    IssuerEndpoints(
            AuthorizationServerSettings settings,
            PublicAddress address,
            UserInfo userInfo,
            SignOutOfClient signOut,
            Clock clock) {
        this.settings = settings;
        this.address = address;
        this.userInfo = userInfo;
        this.signOut = signOut;
        this.clock = clock;
    }

    /** Makes the chain that answers programs: discovery, keys, tokens and what a token tells of a person. No session. */
    public void secureForPrograms(HttpSecurity http) {
        OAuthErrors errors = new OAuthErrors();
        http.securityMatchers(requests -> requests.requestMatchers(
                                HttpMethod.GET, OPENID_CONFIGURATION, OAUTH_CONFIGURATION, settings.getJwkSetEndpoint())
                        .requestMatchers(settings.getTokenEndpoint(), settings.getOidcUserInfoEndpoint()))
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
                                        readers -> replaceAll(readers, new TokenRequests()))
                                .errorResponseHandler(errors))
                        .authorizationServerMetadataEndpoint(metadata -> metadata.authorizationServerMetadataCustomizer(
                                document -> document.claims(IssuerEndpoints::tellTheTruth)))
                        .oidc(oidc -> oidc.userInfoEndpoint(info -> info.userInfoMapper(userInfo))
                                .providerConfigurationEndpoint(metadata -> metadata.providerConfigurationCustomizer(
                                        document -> document.claims(IssuerEndpoints::tellTheTruth)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(new TokenRequestGuard(settings.getTokenEndpoint(), errors), HeaderWriterFilter.class);
    }

    /** Makes the chain that answers the browsers of people whom a client sends here to sign in or out; with a session. */
    public void secureForPeople(HttpSecurity http) {
        AuthorizationAnswers answers = new AuthorizationAnswers(address);
        http.securityMatchers(requests ->
                        requests.requestMatchers(settings.getAuthorizationEndpoint(), settings.getOidcLogoutEndpoint()))
                .oauth2AuthorizationServer(server -> server.authorizationEndpoint(authorization -> authorization
                                .consentPage(address.url() + CONSENT_PAGE)
                                .authorizationResponseHandler(answers)
                                .errorResponseHandler(answers))
                        .oidc(oidc -> oidc.logoutEndpoint(logout -> logout.logoutResponseHandler(signOut))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(IssuerEndpoints::mustNotAsk)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new AskAnew(clock), SecurityContextHolderFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(IssuerEndpoints::askWhoTheyAre))
                .logout(AbstractHttpConfigurer::disable);
    }

    private static void askWhoTheyAre(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.sendRedirect(AskAnew.isMeantBy(request) ? SIGN_IN_AGAIN_PAGE : SIGN_IN_PAGE);
    }

    /** A client that only wants to know whether someone is signed in; it is told no instead of a page being shown. */
    private static boolean mustNotAsk(HttpServletRequest request) {
        return "none".equals(request.getParameter("prompt"));
    }

    private static <T> void replaceAll(List<T> offered, T only) {
        offered.clear();
        offered.add(only);
    }

    private static void tellTheTruth(Map<String, Object> metadata) {
        metadata.keySet().retainAll(TRUE_OF_THIS_ISSUER);
        metadata.put(
                "grant_types_supported",
                List.of(
                        AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
                        AuthorizationGrantType.REFRESH_TOKEN.getValue(),
                        AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
        metadata.put(
                "token_endpoint_auth_methods_supported",
                List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue()));
        metadata.put("scopes_supported", scopes());
        metadata.put("authorization_response_iss_parameter_supported", true);
    }

    private static List<String> scopes() {
        List<String> scopes = new ArrayList<>(Profiles.SCOPES);
        scopes.addFirst(OidcScopes.OPENID);
        Arrays.stream(Permission.values()).map(Permission::scope).forEach(scopes::add);
        return scopes;
    }
}
