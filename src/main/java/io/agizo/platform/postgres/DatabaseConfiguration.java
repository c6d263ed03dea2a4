package io.agizo.platform.postgres;

import io.agizo.shared.CannotStart;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Looks at the database server before the schema on it is touched. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    FlywayMigrationStrategy migrateOnFitServers(ObjectProvider<EmbeddedPostgres> embedded) {
        return flyway -> {
            check(flyway.getConfiguration().getDataSource(), embedded.getIfAvailable() != null);
            flyway.migrate();
        };
    }

    /** Refuses, in words for its operator, a database that a shop cannot be opened on. */
    static void check(DataSource server, boolean embedded) {
        try {
            new ServerStore(server).read().mustServe(embedded);
        } catch (CannotGetJdbcConnectionException e) {
            throw new CannotStart(
                    "The database does not let the shop in: "
                            + e.getMostSpecificCause().getMessage() + ".",
                    embedded
                            ? "Its log is postgres.log in the data folder."
                            : "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
                    e);
        }
    }
}
