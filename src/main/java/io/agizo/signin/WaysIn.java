package io.agizo.signin;

import io.agizo.identity.Caller;
import io.agizo.identity.CallerOfSession;
import io.agizo.identity.Permission;
import io.agizo.pages.PersonalPages;
import io.agizo.signin.oidc.AtIssuer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/** Puts sessions, and the ways to sign in and out, into the chains that people's pages pass. */
@Component
public class WaysIn {

    static final String LOGIN = "/login";

    /** Where a page says what went wrong; it finds the reason where Spring Security leaves it. */
    static final String FAILED = "/login/failed";

    /** Spring Security's own way to remove a passkey, which asks for no {@link PresentProof} and tells nobody. */
    private static final String PASSKEY_OF_FRAMEWORK = "/webauthn/register/*";

    private static final String FRESH_LOGIN = "/login/again";

    /**
     * Neither cookies, of which the language and the mark of a known browser stay on purpose and the session is none any
     * more, nor what is cached: pages of a person never are, and some browsers take seconds to look. Whoever sells at the
     * counter leaves its storage as it is: there are the sales that are not sent yet, and losing one is losing money.
     */
    private static final LogoutHandler CLEAR_STORAGE = (request, response, person) -> {
        Caller caller = CallerOfSession.of(request);
        if (caller == null || !caller.may(Permission.ORDERS_PLACE)) {
            response.setHeader("Clear-Site-Data", "\"storage\"");
        }
    };

    private final BrowserSessionStore sessions;
    private final SessionPeople people;
    private final Cookies cookies;
    private final WantedPage wantedPage;
    private final WantedPages wantedPages;
    private final FreshSignIn freshSignIn;
    private final SlowedPasswords passwords;
    private final KnownDevices devices;
    private final SignInRecord record;
    private final CodeFilters codes;
    private final PasskeySignIn passkeys;
    private final AtIssuer issuer;
    private final List<PersonalPages> pages;

    WaysIn(
            BrowserSessionStore sessions,
            SessionPeople people,
            Cookies cookies,
            WantedPage wantedPage,
            WantedPages wantedPages,
            FreshSignIn freshSignIn,
            SlowedPasswords passwords,
            KnownDevices devices,
            SignInRecord record,
            CodeFilters codes,
            PasskeySignIn passkeys,
            AtIssuer issuer,
            List<PersonalPages> pages) {
        this.sessions = sessions;
        this.people = people;
        this.cookies = cookies;
        this.wantedPage = wantedPage;
        this.wantedPages = wantedPages;
        this.freshSignIn = freshSignIn;
        this.passwords = passwords;
        this.devices = devices;
        this.record = record;
        this.codes = codes;
        this.passkeys = passkeys;
        this.issuer = issuer;
        this.pages = pages;
    }

    /** Gives a chain the sessions of browsers: who signed in at one of the chains is known at all of them. */
    public void shareSessions(HttpSecurity http) {
        SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(sessions);
        CookieHttpSessionIdResolver cookie = new CookieHttpSessionIdResolver();
        cookie.setCookieSerializer(cookies.ofSessions());
        filter.setHttpSessionIdResolver(new SessionIdUntilOverload(cookie));
        http.addFilterBefore(filter, WebAsyncManagerIntegrationFilter.class)
                .securityContext(context -> context.securityContextRepository(people))
                .requestCache(cache -> cache.requestCache(wantedPages));
    }

    /** Makes the chain of the pages, on which people sign in and out. */
    public void secure(HttpSecurity http, AccessDeniedHandler foreignForm) {
        shareSessions(http);
        http.csrf(csrf -> csrf.csrfTokenRepository(cookies.ofForms()))
                .authenticationProvider(passwords.provider())
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.DELETE, PASSKEY_OF_FRAMEWORK)
                        .denyAll()
                        .requestMatchers(paths(PersonalPages::fresh))
                        .access(freshSignIn)
                        .requestMatchers(paths(PersonalPages::signedIn))
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(this::askWhoTheyAre)
                        .accessDeniedHandler(new PageRefusals(foreignForm, wantedPages, people, issuer, FRESH_LOGIN)))
                .formLogin(form -> form.loginPage(LOGIN)
                        .authenticationDetailsSource(this::attempt)
                        .successHandler(wantedPage)
                        .failureHandler(new ForwardAuthenticationFailureHandler(FAILED)))
                .logout(logout -> logout.logoutUrl("/logout")
                        .logoutSuccessHandler(issuer)
                        .addLogoutHandler(record)
                        .addLogoutHandler(CLEAR_STORAGE));
        codes.addTo(http);
        passkeys.addTo(http);
    }

    /** Whoever owes the second factor has been at the issuer already, and would only be sent back from there. */
    private void askWhoTheyAre(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (people.halfSignedIn(request).isPresent()) {
            response.sendRedirect(WantedPage.SECOND_FACTOR);
        } else {
            issuer.commence(request, response, reason);
        }
    }

    private String[] paths(Function<PersonalPages, List<String>> which) {
        return pages.stream().map(which).flatMap(List::stream).toArray(String[]::new);
    }

    private Attempt attempt(HttpServletRequest request) {
        return Attempt.of(request, devices);
    }
}
