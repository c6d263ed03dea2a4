package io.agizo.signin;

import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.ott.OneTimeTokenAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/** The two forms into which people type a code: the one that was texted, and the one that their authenticator app shows. */
@Component
class CodeFilters {

    private static final String TEXTED = "/login/code";
    private static final String SECOND_FACTOR = "/login/second-factor";

    /** Added to the address of a form where a page says what went wrong. */
    private static final String FAILED = "/failed";

    private final CodesAsTokens codes;
    private final PeopleById peopleById;
    private final SecondFactor secondFactor;
    private final SessionPeople people;
    private final WantedPage wantedPage;
    private final Cookies cookies;

    CodeFilters(
            CodesAsTokens codes,
            PeopleById peopleById,
            SecondFactor secondFactor,
            SessionPeople people,
            WantedPage wantedPage,
            Cookies cookies) {
        this.codes = codes;
        this.peopleById = peopleById;
        this.secondFactor = secondFactor;
        this.people = people;
        this.wantedPage = wantedPage;
        this.cookies = cookies;
    }

    void addTo(HttpSecurity http) {
        AuthenticationManager texted =
                new ProviderManager(new OneTimeTokenAuthenticationProvider(codes, peopleById::find));
        http.addFilterBefore(filter(TEXTED, codes::typed, texted), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(
                        filter(SECOND_FACTOR, secondFactor::typed, secondFactor::check),
                        UsernamePasswordAuthenticationFilter.class);
    }

    private OneTimeTokenAuthenticationFilter filter(
            String path, AuthenticationConverter typed, AuthenticationManager check) {
        OneTimeTokenAuthenticationFilter filter = new OneTimeTokenAuthenticationFilter();
        filter.setRequiresAuthenticationRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path));
        filter.setAuthenticationConverter(typed);
        filter.setAuthenticationManager(check);
        filter.setSecurityContextRepository(people);
        filter.setSessionAuthenticationStrategy(cookies.renewed());
        filter.setAuthenticationSuccessHandler(wantedPage);
        filter.setAuthenticationFailureHandler(new ForwardAuthenticationFailureHandler(path + FAILED));
        return filter;
    }
}
