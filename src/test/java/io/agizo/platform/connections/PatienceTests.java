package io.agizo.platform.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** How long the shop waits for a client unless it is told otherwise. */
class PatienceTests {

    @Test
    void isWhatTheRulesSay() throws IOException {
        Object timeout = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .getFirst()
                .getProperty("server.tomcat.connection-timeout");

        assertThat(timeout).hasToString("20s");
    }
}
