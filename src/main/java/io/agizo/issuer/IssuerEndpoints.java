package io.agizo.issuer;

import io.agizo.identity.PublicAddress;
import io.agizo.identity.SecretHash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/** The issuer's own addresses: those that programs speak to, and those that browsers are sent to. Only what works here is served and named in discovery. */
@Component
public final class IssuerEndpoints {

    /** The attribute of a session that tells which request had its person sign in anew. */
    public static final String ASKED_ANEW = AskAnew.ASKED;

    private static final String OPENID_CONFIGURATION = "/.well-known/openid-configuration";
    private static final String OAUTH_CONFIGURATION = "/.well-known/oauth-authorization-server";
    private static final String CONSENT_PAGE = "/oauth2/consent";
    private static final String SIGN_IN_PAGE = "/login";
    private static final String SIGN_IN_AGAIN_PAGE = "/login/again";

    private final AuthorizationServerSettings settings;
    private final PublicAddress address;
    private final UserInfo userInfo;
    private final SignOutOfClient signOut;
    private final RegisteredClientRepository clients;
    private final OAuth2AuthorizationService grants;
    private final DecidedConsents decisions;
    private final RevokeToken revoke;
    private final Clock clock;

    IssuerEndpoints(
            AuthorizationServerSettings settings,
            PublicAddress address,
            UserInfo userInfo,
            SignOutOfClient signOut,
            RegisteredClientRepository clients,
            OAuth2AuthorizationService grants,
            Consents consents,
            AllowedPrograms allowed,
            RevokeToken revoke,
            Clock clock) {
        this.settings = settings;
        this.address = address;
        this.userInfo = userInfo;
        this.signOut = signOut;
        this.clients = clients;
        this.grants = grants;
        this.decisions = new DecidedConsents(consents, allowed);
        this.revoke = revoke;
        this.clock = clock;
    }

    /** Makes the chain that answers programs: discovery, keys, tokens and what a token tells of a person. No session. */
    public void secureForPrograms(HttpSecurity http) {
        OAuthErrors errors = new OAuthErrors();
        AuthenticationConverter basic = new ClientSecretBasicAuthenticationConverter();
        RevokingClients revoking = new RevokingClients(clients, settings.getTokenRevocationEndpoint());
        http.securityMatchers(requests -> requests.requestMatchers(
                                HttpMethod.GET, OPENID_CONFIGURATION, OAUTH_CONFIGURATION, settings.getJwkSetEndpoint())
                        .requestMatchers(
                                settings.getTokenEndpoint(),
                                settings.getTokenRevocationEndpoint(),
                                settings.getOidcUserInfoEndpoint()))
                .oauth2AuthorizationServer(server -> server.clientAuthentication(client ->
                                client.authenticationConverters(
                                                readers -> replaceAll(readers, List.of(basic, revoking)))
                                        .authenticationProviders(
                                                checks -> replaceAll(checks, List.of(secrets(), revoking)))
                                        .errorResponseHandler(errors))
                        .tokenRevocationEndpoint(revocation -> revocation
                                .authenticationProviders(checks -> replaceAll(checks, List.of(revoke)))
                                .errorResponseHandler(errors))
                        .tokenEndpoint(token -> token.accessTokenRequestConverters(
                                        readers -> replaceAll(readers, List.of(new TokenRequests())))
                                .errorResponseHandler(errors))
                        .authorizationServerMetadataEndpoint(metadata -> metadata.authorizationServerMetadataCustomizer(
                                document -> document.claims(Discovery::tellTheTruth)))
                        .oidc(oidc -> oidc.userInfoEndpoint(info -> info.userInfoMapper(userInfo))
                                .providerConfigurationEndpoint(metadata -> metadata.providerConfigurationCustomizer(
                                        document -> document.claims(Discovery::tellTheTruth)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(
                        new TokenRequestGuard(
                                settings.getTokenEndpoint(), settings.getTokenRevocationEndpoint(), errors),
                        HeaderWriterFilter.class)
                .addFilterAfter(new OneCredential(errors), HeaderWriterFilter.class);
    }

    private AuthenticationProvider secrets() {
        var secrets = new ClientSecretAuthenticationProvider(new ClientsToProve(clients), grants);
        secrets.setPasswordEncoder(new SecretHash());
        return secrets;
    }

    /** Makes the chain that answers the browsers of people whom a client sends here to sign in or out; with a session. */
    public void secureForPeople(HttpSecurity http) {
        AuthorizationAnswers answers = new AuthorizationAnswers(address);
        http.securityMatchers(requests ->
                        requests.requestMatchers(settings.getAuthorizationEndpoint(), settings.getOidcLogoutEndpoint()))
                .oauth2AuthorizationServer(server -> server.authorizationEndpoint(authorization -> authorization
                                .consentPage(address.url() + CONSENT_PAGE)
                                .authenticationProviders(checks -> checks.replaceAll(this::byOurRules))
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

    private AuthenticationProvider byOurRules(AuthenticationProvider check) {
        if (check instanceof OAuth2AuthorizationConsentAuthenticationProvider) {
            return decisions.check(clients, grants);
        }
        if (check instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
            requests.setAuthenticationValidator(
                    new OAuth2AuthorizationCodeRequestAuthenticationValidator().andThen(AuthorizationRules::check));
            requests.setAuthorizationConsentRequired(AuthorizationRules::mustAsk);
        }
        return check;
    }

    private static void askWhoTheyAre(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean again = AskAnew.isMeantBy(request) && !AskAnew.letsChoose(request);
        response.sendRedirect(again ? SIGN_IN_AGAIN_PAGE : SIGN_IN_PAGE);
    }

    /** A client that only wants to know whether someone is signed in; it is told no instead of a page being shown. */
    private static boolean mustNotAsk(HttpServletRequest request) {
        return AskAnew.prompts(request).contains(AuthorizationRules.NONE);
    }

    private static <T> void replaceAll(List<T> offered, List<T> only) {
        offered.clear();
        offered.addAll(only);
    }
}
