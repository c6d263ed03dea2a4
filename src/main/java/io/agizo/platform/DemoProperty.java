package io.agizo.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Answers {@value #NAME}, which the modules ask for what exists in the demo only: true unless the shop has a PostgreSQL
 * of its own or {@code agizo.demo} says no. It is worked out when asked, for a test may name its database late.
 */
final class DemoProperty implements EnvironmentPostProcessor {

    static final String NAME = "agizo.demo.active";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new PropertySource<>(NAME) {
            @Override
            public @Nullable Object getProperty(String name) {
                return name.equals(NAME) ? active(environment) : null;
            }
        });
    }

    static boolean active(ConfigurableEnvironment environment) {
        return !environment.containsProperty("spring.datasource.url")
                && environment.getProperty("agizo.demo", Boolean.class, true);
    }
}
