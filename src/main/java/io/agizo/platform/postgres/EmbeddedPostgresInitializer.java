package io.agizo.platform.postgres;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Starts the embedded PostgreSQL if no other is named, before all else, so that it starts while the shop does. */
final class EmbeddedPostgresInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (context instanceof GenericApplicationContext beans
                && !environment.containsProperty("spring.datasource.url")) {
            Path folder = Path.of(environment.getProperty("agizo.data-dir", "./data"));
            String home = environment.getProperty("agizo.postgres.home", "");
            var postgres =
                    home.isBlank() ? EmbeddedPostgres.start(folder) : EmbeddedPostgres.start(folder, Path.of(home));
            beans.registerBean(EmbeddedPostgres.class, () -> postgres);
            // For a start that fails before the bean exists, and so is not closed with the others.
            SpringApplication.getShutdownHandlers().add(postgres::close);
        }
    }

    /** After whatever else prepares the environment. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
