package io.agizo.upkeep;

import com.zaxxer.hikari.HikariDataSource;
import io.agizo.shared.CannotStart;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The database that the settings name, read from wherever the shop reads them, and nothing else of the shop. */
final class ShopDatabase implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final OwnPostgres own;

    private ShopDatabase(ConfigurableApplicationContext context, OwnPostgres own) {
        this.context = context;
        this.own = own;
    }

    /** Starts the shop's own PostgreSQL if the settings name no other. */
    static ShopDatabase open(String... options) {
        return open(OwnPostgres::start, options);
    }

    /** Gets the shop's own PostgreSQL in that way if the settings name no other. Nothing connects before it is asked to. */
    static ShopDatabase open(BiFunction<OwnPostgres, Path, OwnPostgres.Server> way, String... options) {
        OwnPostgres own = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(OwnPostgres.class)
                .getFirst();
        SpringApplication program = new SpringApplication(Beans.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setLazyInitialization(true);
        // Those of the shop would start its PostgreSQL, and care about pages that nobody gets here.
        program.setInitializers(List.<ApplicationContextInitializer<GenericApplicationContext>>of(beans -> {
            if (!beans.getEnvironment().containsProperty("spring.datasource.url")) {
                beans.registerBean(OwnPostgres.Server.class, () -> way.apply(own, folder(beans)));
            }
        }));
        ShopDatabase database = new ShopDatabase(program.run(options), own);
        try {
            TlsToDatabase.mustBeThere(database.context.getEnvironment());
        } catch (CannotStart refused) {
            database.close();
            throw refused;
        }
        return database;
    }

    private static Path folder(ConfigurableApplicationContext beans) {
        return Path.of(beans.getEnvironment().getProperty("agizo.data-dir", "./data"));
    }

    OwnPostgres own() {
        return own;
    }

    /** Where the shop's own PostgreSQL keeps its data, if it has one. */
    Path folder() {
        return folder(context);
    }

    boolean embedded() {
        return !context.getEnvironment().containsProperty("spring.datasource.url");
    }

    HikariDataSource source() {
        return context.getBean(HikariDataSource.class);
    }

    /** With all that the shop's settings say of migrations. */
    Flyway flyway() {
        return context.getBean(Flyway.class);
    }

    /** The table in which Flyway notes what it has applied. */
    String history() {
        return flyway().getConfiguration().getTable();
    }

    void mustServe() {
        own.mustServe(source(), embedded());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not called a configuration, or the shop would find it too. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Beans {

        /** Each command says itself when to migrate. */
        @Bean
        FlywayMigrationStrategy onDemand() {
            return flyway -> {};
        }
    }
}
