package gallery;

import io.agizo.branding.StyleSheet;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PublicAddress;
import io.agizo.identity.SignedIn;
import io.agizo.shared.Shop;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Shows each page of people with an example on it: {@code /gallery/login} as anyone sees it, {@code /gallery/in/…} signed in. */
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan("io.agizo.pages")
@Import(PublicAddress.class)
public class Gallery {

    private static final Caller OWNER = new Caller("amina", "Amina Otieno", Set.of(Permission.values()));

    private static final ConfigurableApplicationContext OPEN = SpringApplication.run(
            Gallery.class,
            "--server.port=0",
            "--agizo.demo=false",
            "--spring.datasource.url=jdbc:none",
            "--management.endpoint.health.validate-group-membership=false");

    public static String address(String path) {
        return "http://127.0.0.1:" + OPEN.getEnvironment().getRequiredProperty("local.server.port") + path;
    }

    /** Pages listen for changes; here there are none. */
    @Bean
    RouterFunction<ServerResponse> noEvents() {
        return RouterFunctions.route()
                .GET("/office/events", request -> ServerResponse.noContent().build())
                .GET("/events", request -> ServerResponse.noContent().build())
                .GET(
                        "/orders/{secret}/events",
                        request -> ServerResponse.noContent().build())
                .build();
    }

    /** The examples are no shop that could be kept for later. */
    @Bean
    RouterFunction<ServerResponse> idleWorker() {
        return RouterFunctions.route()
                .GET(
                        "/service-worker.js",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.parseMediaType("text/javascript"))
                                .body("// Keeps nothing."))
                .build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Shop shop() {
        return new Shop("Mama Njeri’s Duka", Currency.getInstance("KES"), "KE", ZoneId.of("Africa/Nairobi"));
    }

    @Bean
    RouterFunction<ServerResponse> examples() {
        Map<String, Example> examples = new HashMap<>();
        Example.all().forEach(example -> examples.put(example.name(), example));
        return RouterFunctions.route()
                .GET("/gallery/{*name}", request -> {
                    Example example = examples.get(
                            request.pathVariable("name").substring(1).replaceFirst("^in/", ""));
                    return ServerResponse.ok().render(example.template(), example.model());
                })
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> styleSheets() {
        return RouterFunctions.route()
                .GET(
                        StyleSheet.FOLDER + "{name}",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.parseMediaType("text/css"))
                                .body(StyleSheet.ofName(request.pathVariable("name"))
                                        .orElseThrow()
                                        .text()))
                .build();
    }

    @Bean
    SecurityFilterChain openToAll(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(
                        headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(
                                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'")))
                .addFilterBefore(
                        (request, response, chain) -> {
                            if (((HttpServletRequest) request).getRequestURI().startsWith("/gallery/in/")) {
                                SecurityContextHolder.getContext().setAuthentication(new SignedIn(OWNER));
                            }
                            chain.doFilter(request, response);
                        },
                        AuthorizationFilter.class)
                .build();
    }
}
