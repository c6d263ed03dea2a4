package io.agizo.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Keeps a management port, which asks for no token, on this computer unless {@value #NAME} says where else. Spring refuses
 * an address without a port of its own, so it cannot be a plain default; and a test may name the port late.
 */
final class ManagementAddress implements EnvironmentPostProcessor {

    static final String NAME = "management.server.address";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new PropertySource<>(NAME) {
            @Override
            public @Nullable Object getProperty(String name) {
                return name.equals(NAME) && ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
                        ? "127.0.0.1"
                        : null;
            }
        });
    }
}
