package io.agizo;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One PostgreSQL for all tests of a JVM, and as many migrated, empty databases in it as they ask for. Nothing in it
 * is worth a wait for the disk, so it runs without fsync.
 */
public final class TestDatabase {

    public static final String USER = "postgres";
    public static final String PASSWORD = "unused, for this server trusts every local user";

    /** Spring keeps the contexts of many test classes open, each with its own pool. */
    private static final String MOST_CONNECTIONS = "1000";

    /** A pool of a test that is over gives its connections back after this long, the shortest that Hikari allows. */
    private static final long IDLE_MILLISECONDS = 10_000;

    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with every migration applied, behind a pool of its own that lives as long as the JVM. */
    public static DataSource fresh() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(SERVER.getDatabase(USER, create(TEMPLATE)));
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE_MILLISECONDS);
        return pool;
    }

    /** The JDBC address of a new database with every migration applied, for {@link #USER} and {@link #PASSWORD}. */
    public static String freshUrl() {
        return SERVER.getJdbcUrl(USER, create(TEMPLATE));
    }

    /** The JDBC address of a new database in which nothing is. */
    public static String emptyUrl() {
        return SERVER.getJdbcUrl(USER, create("template0"));
    }

    private static String create(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name + " template " + template)
                .update();
        return name;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", MOST_CONNECTIONS)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("random_page_cost", "1.1")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database " + TEMPLATE)
                    .update();
            Flyway.configure()
                    .dataSource(server.getDatabase(USER, TEMPLATE))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("No PostgreSQL for the tests", e);
        }
    }
}
