package io.agizo.api.limits;

import io.agizo.api.Answers;
import io.agizo.api.CheckoutLimit;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits behind the doors, where it is known who signed in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitSetup {

    /** After Spring Security, whose filters stand at -100, and before bodies are read. */
    private static final int ORDER = -50;

    @Bean
    CheckoutLimit checkoutLimit(LimitSettings settings, Clock clock) {
        return new CheckoutLimit(LimitedRequests.limit("checkout", settings.checkoutsPerMinute(), clock));
    }

    @Bean
    FilterRegistrationBean<LimitedRequests> limitedRequests(
            LimitSettings settings,
            CheckoutLimit checkouts,
            Answers answers,
            ApplicationEventPublisher events,
            Clock clock) {
        FilterRegistrationBean<LimitedRequests> registration =
                new FilterRegistrationBean<>(new LimitedRequests(settings, checkouts, answers, events, clock));
        registration.addUrlPatterns("/api/*", "/graphql");
        registration.setOrder(ORDER);
        return registration;
    }
}
