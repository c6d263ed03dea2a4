package io.agizo.platform;

import io.agizo.api.Answers;
import io.agizo.api.RateLimit;
import io.agizo.clients.AccessTokens;
import io.agizo.identity.PublicAddress;
import io.agizo.signin.WaysIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Which checks a request passes, by its path: programs at the API and at operations, the issuer, and people at the
 * pages. Paths are compared decoded, as controllers are found, so that no spelling of a path gets round its chain.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final Pattern PICTURES = Pattern.compile("/office/(?:products/[^/]+/pictures|settings/shop/logo)");

    /** Before whatever answers, and once more for each page of an error, so that no answer is without them. */
    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(PublicAddress address) {
        FilterRegistrationBean<SecurityHeaders> registration = new FilterRegistrationBean<>(
                new SecurityHeaders(address.isSecure(), request -> isApi(request.getServletPath())));
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    RateLimit wrongTokens(Settings settings, Clock clock) {
        return new RateLimit("wrong-token", settings.failedSignInsPerMinute(), clock);
    }

    /** A real shop is asked by other names as well, such as its address by whoever watches whether it lives. */
    @Bean
    @ConditionalOnBooleanProperty(DemoProperty.NAME)
    FilterRegistrationBean<OwnNamesOnly> ownNamesOnly(Answers answers) {
        FilterRegistrationBean<OwnNamesOnly> registration = new FilterRegistrationBean<>(new OwnNamesOnly(answers));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** A filter made by hand: every order passes here, and what Spring adds by itself would cost it more than the token. */
    @Bean
    @Order(1)
    SecurityFilterChain apiChain(AccessTokens tokens, RateLimit wrongTokens, Refusals refusals) {
        return new DefaultSecurityFilterChain(
                request -> isApi(request.getServletPath()), new Door(tokens, Admission::toApi, wrongTokens, refusals));
    }

    @Bean
    @Order(2)
    SecurityFilterChain operationsChain(
            AccessTokens tokens, RateLimit wrongTokens, Refusals refusals, Environment environment) {
        boolean onePort = ManagementPortType.get(environment) == ManagementPortType.SAME;
        return new DefaultSecurityFilterChain(
                request -> Admission.isUnder("/actuator", request.getServletPath())
                        || Admission.isProbe(request.getServletPath()),
                new Door(tokens, onePort ? Admission::toOperations : Admission::toProbes, wrongTokens, refusals));
    }

    /** Before all others: they stand at the management port as well, and nobody gets a token or signs in there. */
    @Bean
    @Order(0)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain managementChain(AccessTokens tokens, RateLimit wrongTokens, Refusals refusals) {
        return new DefaultSecurityFilterChain(
                SecurityChains::cameByManagementPort,
                new Door(tokens, Admission::toManagementPort, wrongTokens, refusals));
    }

    /** Pictures are for anyone, and asked for by the dozen: no session is looked up for them. */
    @Bean
    @Order(3)
    SecurityFilterChain picturesChain() {
        return new DefaultSecurityFilterChain(request -> Admission.isUnder("/pictures", request.getServletPath()));
    }

    /** The pages and everything else: people sign in there, and forms are guarded against other sites. */
    @Bean
    @Order(4)
    SecurityFilterChain pagesChain(HttpSecurity http, WaysIn waysIn, Refusals refusals) {
        http.headers(AbstractHttpConfigurer::disable);
        waysIn.secure(http, refusals::foreignForm);
        // The SMS gateway calls without a session; the secret in its address is its proof.
        RequestMatcher gateway = request -> Admission.isUnder("/callbacks", request.getServletPath());
        // A file is read as it arrives, and nobody looks into it for the token: its form has its fields in the address.
        RequestMatcher files = request -> Admission.isUnder("/office/imports", request.getServletPath())
                || PICTURES.matcher(request.getServletPath()).matches();
        return http.addFilterBefore(new FieldsInBody(new OrRequestMatcher(gateway, files)), CsrfFilter.class)
                .csrf(csrf -> csrf.ignoringRequestMatchers(gateway))
                .build();
    }

    /**
     * The usual strict one, but with a plain loop over each name and value of a header: it forbids the same characters
     * as the regular expressions do, and takes a tenth of their time where a request reads a dozen short headers.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(SecurityChains::hasNoControls);
        firewall.setAllowedHeaderValues(SecurityChains::hasNoControls);
        return firewall;
    }

    /** What takes a request long is never a filter, so a span and a timer for each would only make them slower. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static boolean cameByManagementPort(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }

    private static boolean isApi(String path) {
        return Admission.isUnder("/api", path) || Admission.isUnder("/graphql", path);
    }

    private static boolean hasNoControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) && character != '\t') {
                return false;
            }
        }
        return true;
    }
}
