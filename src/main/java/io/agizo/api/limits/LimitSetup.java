package io.agizo.api.limits;

import io.agizo.api.Answers;
import io.agizo.api.RateLimit;
import io.agizo.api.RequestLimits;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
    RequestLimits requestLimits(LimitSettings settings, Clock clock) {
        return new RequestLimits(
                limit("public", settings.publicRequestsPerMinute(), clock),
                limit("cart", settings.cartsPerMinute(), clock),
                limit("checkout", settings.checkoutsPerMinute(), clock),
                limit("account", settings.accountRequestsPerMinute(), clock),
                new RateLimit("client", settings.clientRequestsPerMinute(), clock),
                settings.clientRequestsPerMinute());
    }

    @Bean
    FilterRegistrationBean<LimitedRequests> limitedRequests(
            RequestLimits limits, Answers answers, ApplicationEventPublisher events) {
        FilterRegistrationBean<LimitedRequests> registration =
                new FilterRegistrationBean<>(new LimitedRequests(limits, answers, events));
        registration.addUrlPatterns("/api/*", "/graphql");
        registration.setOrder(ORDER);
        return registration;
    }

    private static @Nullable RateLimit limit(String name, int perMinute, Clock clock) {
        return perMinute == 0 ? null : new RateLimit(name, perMinute, clock);
    }
}
