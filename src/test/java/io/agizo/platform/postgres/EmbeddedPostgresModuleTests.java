package io.agizo.platform.postgres;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agizo.platform.TestDataFolder;
import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresModuleTests {

    @RegisterExtension
    private final TestDataFolder dataFolder = new TestDataFolder();

    @Test
    void waitsForTheDiskAtEachCommit() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            DatabaseServer server = new ServerStore(dataSource(postgres, postgres.getPassword())).read();

            assertThat(server).isEqualTo(new DatabaseServer(18, true, true));
        }
    }

    @Test
    void findsItsDataAgainAfterAnOrderlyStop() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            sql(postgres).sql("create table kept as select 7 as number").update();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            assertThat(sql(postgres)
                            .sql("select number from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            JdbcClient stranger = JdbcClient.create(dataSource(postgres, "a guess"));

            assertThatThrownBy(() -> stranger.sql("select 1").query().listOfRows())
                    .rootCause()
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(dataFolder.path().resolve("postgres.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void theShopIsNoSuperuser() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            assertThat(sql(postgres).sql("""
                                    select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
                                           or exists (select from pg_auth_members where member = pg_roles.oid
                                                      and roleid <> 'pg_database_owner'::regrole)
                                    from pg_roles where rolname = current_user
                                    """).query(Boolean.class).single()).isFalse();
        }
    }

    @Test
    void letsNobodyBecomeSuperuserByThePasswordOfAnEarlierRelease() throws IOException {
        EmbeddedPostgres.start(dataFolder.path()).close();
        Files.writeString(
                dataFolder.path().resolve("postgres").resolve("pg_hba.conf"),
                "host all all 127.0.0.1/32 scram-sha-256\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            String url = postgres.getJdbcUrl();
            JdbcClient superuser =
                    JdbcClient.create(new DriverManagerDataSource(url, "postgres", postgres.getPassword()));

            assertThatThrownBy(() -> superuser.sql("select 1").query().listOfRows())
                    .rootCause()
                    .hasMessageContaining("pg_hba.conf");
            assertThat(sql(postgres).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void closesAFolderThatOthersCanLookInto() throws IOException {
        EmbeddedPostgres.start(dataFolder.path()).close();
        Path password = dataFolder.path().resolve("postgres.password");
        Files.setPosixFilePermissions(dataFolder.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(
                dataFolder.path().resolve("postgres"), PosixFilePermissions.fromString("rwxr-xr-x"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            assertThat(sql(postgres).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
            assertThat(Files.getPosixFilePermissions(dataFolder.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(password)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void isNotStartedTwiceOnOneFolder() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(dataFolder.path()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use");
            assertThat(postgres.getJdbcUrl()).contains("127.0.0.1");
        }
    }

    @Test
    void takesTheFolderOverFromAServerThatWasLeftBehind() throws IOException {
        try (DataFolder killed = DataFolder.hold(dataFolder.path())) {
            PostgresCluster orphan =
                    new PostgresCluster(PostgresBinaries.in(dataFolder.path().resolve("postgres-binaries")), killed);
            orphan.create(killed.secretFile("postgres.password"));
            orphan.start(EmbeddedPostgres.freePort());
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            assertThat(sql(postgres).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void isNotMisledByAProcessNumberThatAnotherProgramHasNow() throws IOException {
        EmbeddedPostgres.start(dataFolder.path()).close();
        String otherProgram = Long.toString(ProcessHandle.current().pid());
        Files.writeString(dataFolder.path().resolve("postgres").resolve("postmaster.pid"), otherProgram + "\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            assertThat(sql(postgres).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsWhatPostgresSaidIfItDoesNotStart() throws IOException {
        EmbeddedPostgres.start(dataFolder.path()).close();
        Files.writeString(dataFolder.path().resolve("postgres").resolve("PG_VERSION"), "9.6\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataFolder.path())) {
            assertThatThrownBy(postgres::getJdbcUrl)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("incompatible");
        }
    }

    @Test
    void saysSoIfItsFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(dataFolder.path().resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data"))).isInstanceOf(CannotStart.class);
    }

    @Test
    void runsWithTheProgramsThatAreInstalledOnTheMachine() {
        Path home = installedPostgres();
        Path data = dataFolder.path().resolve("data");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, home)) {
            DatabaseServer server = new ServerStore(dataSource(postgres, postgres.getPassword())).read();

            assertThat(server.losesNoCommit()).isTrue();
            assertThat(server.majorVersion())
                    .isEqualTo(Integer.parseInt(home.getFileName().toString()));
            assertThat(sql(postgres)
                            .sql(
                                    "select string_agg(word, ' ' order by word) from (values ('zebra'), ('Ümit'), ('Zoo')) as w(word)")
                            .query(String.class)
                            .single())
                    .isEqualTo("Zoo zebra Ümit");
            // On Debian 12 this is 15, the oldest that the shop runs on, and it knows less than the one in the jar.
            assertThat(Flyway.configure()
                            .dataSource(dataSource(postgres, postgres.getPassword()))
                            .load()
                            .migrate()
                            .success)
                    .isTrue();
            assertThat(data.resolve("postgres-binaries")).doesNotExist();
        }
    }

    /** The newest PostgreSQL that Debian's packages have put here, if any. */
    private static Path installedPostgres() {
        Path debian = Path.of("/usr/lib/postgresql");
        assumeThat(debian).as("PostgreSQL's server, installed as a package").isDirectory();
        try (var versions = Files.list(debian)) {
            Optional<Path> newest = versions.filter(home -> Files.isExecutable(home.resolve("bin/initdb")))
                    .max(comparing(home -> Integer.parseInt(home.getFileName().toString())));
            assumeThat(newest).as("its server's programs").isPresent();
            return newest.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysSoIfNoProgramsAreWhereTheyAreSaidToBe() {
        Path data = dataFolder.path().resolve("data");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, Path.of("/nowhere")))
                .isInstanceOfSatisfying(CannotStart.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("/nowhere").hasMessageContaining("AGIZO_POSTGRES_HOME");
                    assertThat(refusal.remedy()).contains("bin/initdb");
                });
        assertThat(data).doesNotExist();
    }

    @Test
    void asksForADatabaseIfTheBuildCarriesNone() {
        // The platform's own class path has no programs, as that of the image has none.
        assertThatThrownBy(() -> PostgresBinaries.archive(Object.class))
                .isInstanceOfSatisfying(CannotStart.class, refusal -> {
                    assertThat(refusal).hasMessageStartingWith("No database is named");
                    assertThat(refusal.remedy()).contains("SPRING_DATASOURCE_URL", "AGIZO_POSTGRES_HOME");
                });
    }

    private static JdbcClient sql(EmbeddedPostgres postgres) {
        return JdbcClient.create(dataSource(postgres, postgres.getPassword()));
    }

    private static DriverManagerDataSource dataSource(EmbeddedPostgres postgres, String password) {
        return new DriverManagerDataSource(postgres.getJdbcUrl(), postgres.getUsername(), password);
    }
}
