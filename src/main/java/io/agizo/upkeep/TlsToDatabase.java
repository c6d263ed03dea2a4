package io.agizo.upkeep;

import io.agizo.shared.CannotStart;
import io.agizo.shared.ThisComputer;
import java.util.Arrays;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Keeps the shop's data off a network where others could read it on its way to a database elsewhere, or pose as that database.
 * PostgreSQL's own default encrypts if the server likes to, and believes whoever answers.
 */
final class TlsToDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String ALLOWED_IN_CLEAR = "agizo.database.in-clear";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        mustBeThere(context.getEnvironment());
    }

    /** Refuses settings by which the shop or one of its commands would connect without. */
    static void mustBeThere(Environment environment) {
        String url = environment.getProperty("spring.datasource.url");
        Properties address = url == null ? null : Driver.parseURL(url, null);
        if (address == null || environment.getProperty(ALLOWED_IN_CLEAR, Boolean.class, false)) {
            return;
        }
        String hosts = address.getProperty(PGProperty.PG_HOST.getName(), "localhost");
        boolean here = Arrays.stream(hosts.split(",")).allMatch(ThisComputer::isNamed);
        if (!here && !isVerified(address)) {
            throw new CannotStart(
                    "The database is on " + hosts
                            + ", and whoever is on the way there could read or change what the shop sends.",
                    "Add sslmode=verify-full to SPRING_DATASOURCE_URL, or, if nobody else is in that network, set AGIZO_DATABASE_IN_CLEAR=true.");
        }
    }

    private static boolean isVerified(Properties address) {
        try {
            return SslMode.of(address) == SslMode.VERIFY_FULL;
        } catch (PSQLException noSuchMode) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }
}
