package io.agizo.platform;

import io.agizo.api.Answers;
import io.agizo.clients.ClientSecrets;
import io.agizo.issuer.IssuerEndpoints;
import io.agizo.signin.WaysIn;
import io.agizo.signin.oidc.AtIssuer;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;

/** The checks at the embedded issuer, apart for programs, who bring no session, and for browsers, who do. */
@Configuration(proxyBeanMethods = false)
class IssuerChains {

    @Bean
    @Order(3)
    SecurityFilterChain issuerChain(
            HttpSecurity http,
            IssuerEndpoints issuer,
            Settings settings,
            ClientSecrets secrets,
            Answers answers,
            ApplicationEventPublisher events,
            Clock clock) {
        SignInLimit limit = new SignInLimit(settings.failedSignInsPerMinute(), secrets, answers, events, clock);
        issuer.secureForPrograms(http);
        return http.addFilterAfter(limit, WebAsyncManagerIntegrationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain authorizationChain(HttpSecurity http, IssuerEndpoints issuer, WaysIn waysIn) {
        issuer.secureForPeople(http);
        waysIn.shareSessions(http);
        return http.headers(defaults -> defaults.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain signInChain(HttpSecurity http, AtIssuer issuer, WaysIn waysIn) {
        issuer.secure(http);
        waysIn.shareSessions(http);
        return http.headers(defaults -> defaults.defaultsDisabled().cacheControl(Customizer.withDefaults()))
                .build();
    }
}
