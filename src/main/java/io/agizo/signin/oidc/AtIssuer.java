package io.agizo.signin.oidc;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import io.agizo.api.ProblemType;
import io.agizo.clients.IssuerUnavailable;
import io.agizo.identity.PublicAddress;
import io.agizo.identity.WebClient;
import io.agizo.issuer.Leaving;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.RequestContextFilter;

/** Sends people to the issuer and takes them back from it, whichever it is: to sign in by code and PKCE, and to sign out. */
@Component
public class AtIssuer implements AuthenticationEntryPoint, LogoutSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(AtIssuer.class);
    private static final int RETRY_SECONDS = 5;
    private static final String ASKED_ANEW = AtIssuer.class.getName() + ".anew";

    private final PagesClient client;
    private final OidcSettings settings;
    private final OwnTokens ownTokens;
    private final FindPerson person;
    private final Answers answers;
    private final WantedBehindIssuer wanted;
    private final OidcClientInitiatedLogoutSuccessHandler logout;

    AtIssuer(
            PagesClient client,
            OidcSettings settings,
            OwnTokens ownTokens,
            FindPerson person,
            Answers answers,
            WantedBehindIssuer wanted,
            PublicAddress address) {
        this.client = client;
        this.settings = settings;
        this.ownTokens = ownTokens;
        this.person = person;
        this.answers = answers;
        this.wanted = wanted;
        this.logout = new OidcClientInitiatedLogoutSuccessHandler(client);
        logout.setPostLogoutRedirectUri(address.url() + "/");
        logout.setRedirectStrategy(new Leaving());
    }

    /** Makes the chain of the two addresses between which people are at the issuer. */
    public void secure(HttpSecurity http) {
        http.securityMatcher(WebClient.SIGN_IN, WebClient.CALLBACK)
                .addFilterAfter(this::askOnlyIfThere, SecurityContextHolderFilter.class)
                .addFilterAfter(new RequestContextFilter(), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2Login(login -> login.loginPage(WebClient.SIGN_IN)
                        .clientRegistrationRepository(client)
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(issuer -> issuer.authorizationRequestResolver(new AskedAtIssuer(client))
                                .authorizationRedirectStrategy(new Leaving()))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(
                                settings.isOther() ? ToOtherIssuer.codes() : ownTokens))
                        .userInfoEndpoint(info -> info.oidcUserService(person))
                        .successHandler(wanted)
                        .failureHandler(this::refuse));
    }

    /** Sends a browser that is not signed in on its way, and back to the page that it wanted. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException reason)
            throws IOException {
        wanted.remember(request, response);
        response.sendRedirect(WebClient.SIGN_IN);
    }

    /**
     * Sends who came by another issuer back to it, to prove there anew who they are.
     *
     * @return whether they were sent; not if they were already, and the issuer does not say when it asked
     */
    public boolean askAnew(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        if (!settings.isOther() || session.getAttribute(ASKED_ANEW) != null) {
            session.removeAttribute(ASKED_ANEW);
            return false;
        }
        session.setAttribute(ASKED_ANEW, true);
        wanted.remember(request, response);
        response.sendRedirect(AskedAtIssuer.ANEW);
        return true;
    }

    /** Signs out at the other issuer too, or where it cannot be asked, at the shop alone. */
    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedOut)
            throws IOException, ServletException {
        try {
            logout.onLogoutSuccess(request, response, signedOut);
        } catch (IssuerUnavailable away) {
            log.warn("Somebody signed out at the shop only: {}", away.getMessage());
            response.sendRedirect("/");
        }
    }

    private void askOnlyIfThere(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            client.registration();
        } catch (IssuerUnavailable away) {
            log.warn("Nobody can sign in", away);
            Problem problem =
                    Problem.of(ProblemType.OVERLOADED, IssuerUnavailable.REASON).retryAfter(RETRY_SECONDS);
            answers.write(answers.problem(problem), (HttpServletRequest) request, (HttpServletResponse) response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** For an answer that nobody here asked for, that is not from the issuer, or in which it says no. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        log.info("A sign-in at the issuer failed: {}", failure.getClass().getSimpleName());
        Problem problem = Problem.of(
                ProblemType.UNAUTHENTICATED,
                "The sign-in did not succeed. Go to " + WebClient.SIGN_IN + " to try again.");
        answers.write(answers.problem(problem), request, response);
    }
}
