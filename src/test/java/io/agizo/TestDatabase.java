package io.agizo;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One PostgreSQL for all tests of a JVM, and as many migrated, empty databases in it as they ask for. Nothing in it
 * is worth a wait for the disk, so it runs without fsync. With {@code AGIZO_TEST_DATABASE}, such as
 * {@code jdbc:postgresql://localhost:5432/}, it is that server, of any version that a shop may have; it must trust
 * {@link #USER}, and keeps the databases.
 */
public final class TestDatabase {

    public static final String USER = "postgres";
    public static final String PASSWORD = "unused, for this server trusts every local user";

    /** Spring keeps the contexts of many test classes open, each with its own pool. */
    private static final String MOST_CONNECTIONS = "1000";

    /** A pool of a test that is over gives its connections back after this long, the shortest that Hikari allows. */
    private static final long IDLE_MILLISECONDS = 10_000;

    /** Two JVMs may share a server. */
    private static final String PREFIX =
            "test_" + ProcessHandle.current().pid() + "_" + System.currentTimeMillis() + "_";

    private static final String TEMPLATE = PREFIX + "migrated";
    private static final String SERVER = server();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with every migration applied, behind a pool of its own that lives as long as the JVM. */
    public static DataSource fresh() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(dataSource(SERVER + create(TEMPLATE)));
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE_MILLISECONDS);
        return pool;
    }

    /** The JDBC address of a new database with every migration applied, for {@link #USER} and {@link #PASSWORD}. */
    public static String freshUrl() {
        return SERVER + create(TEMPLATE);
    }

    /** The JDBC address of a new database in which nothing is. */
    public static String emptyUrl() {
        return SERVER + create("template0");
    }

    private static String create(String template) {
        String name = PREFIX + DATABASES.incrementAndGet();
        create(SERVER, name, template);
        return name;
    }

    private static void create(String server, String name, String template) {
        JdbcClient.create(dataSource(server + "postgres"))
                .sql("create database " + name + " template " + template)
                .update();
    }

    private static DataSource dataSource(String url) {
        return new DriverManagerDataSource(url, USER, PASSWORD);
    }

    private static String server() {
        String given = System.getenv("AGIZO_TEST_DATABASE");
        String server = given == null ? start() : given;
        create(server, TEMPLATE, "template0");
        Flyway.configure().dataSource(dataSource(server + TEMPLATE)).load().migrate();
        return server;
    }

    private static String start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", MOST_CONNECTIONS)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("random_page_cost", "1.1")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
            return "jdbc:postgresql://localhost:" + server.getPort() + "/";
        } catch (IOException e) {
            throw new IllegalStateException("No PostgreSQL for the tests", e);
        }
    }
}
