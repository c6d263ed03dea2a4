package io.agizo.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.agizo.platform.AgizoProcess;
import io.agizo.platform.TestDataFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrateJourneyTests {

    private static final Pattern APPLIED = Pattern.compile("([0-9]+) migrations? w");

    @RegisterExtension
    private final TestDataFolder dataFolder = new TestDataFolder();

    @Test
    void bringsAnEmptyDatabaseToThisReleaseAlsoTwiceAtOnce() throws Exception {
        String url = TestDatabase.emptyUrl();
        Map<String, String> settings = Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", TestDatabase.USER,
                "SPRING_DATASOURCE_PASSWORD", TestDatabase.PASSWORD);

        AgizoProcess one = AgizoProcess.begin(dataFolder.path(), settings, "migrate");
        AgizoProcess other = AgizoProcess.begin(dataFolder.path(), settings, "migrate");

        assertThat(List.of(one.waitForEnd(), other.waitForEnd())).containsOnly(0);
        int migrations = JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.USER, TestDatabase.PASSWORD))
                .sql("select count(*) from flyway_schema_history")
                .query(Integer.class)
                .single();
        assertThat(applied(one) + applied(other)).isEqualTo(migrations);
    }

    private static int applied(AgizoProcess migrate) throws IOException {
        Matcher said = APPLIED.matcher(migrate.output().getFirst());
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    @Test
    void bringsTheEmbeddedOneToThisReleaseAndStopsIt() throws Exception {
        AgizoProcess migrate = AgizoProcess.begin(dataFolder.path(), Map.of(), "migrate");

        assertThat(migrate.waitForEnd()).as(migrate.errors()).isZero();
        assertThat(migrate.output().getFirst()).contains("migrations were applied");
        assertThat(dataFolder.path().resolve("postgres")).isDirectory();
        assertThat(dataFolder.path().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://127.0.0.1:1/agizo, does not let the shop in",
        "jdbc:postgresql://db.example.test/agizo, Add sslmode=verify-full"
    })
    void saysInOneLineWhatIsWrongWithTheDatabase(String url, String wrong) throws Exception {
        AgizoProcess migrate = AgizoProcess.begin(
                dataFolder.path(),
                Map.of(
                        "SPRING_DATASOURCE_URL", url,
                        "SPRING_DATASOURCE_USERNAME", "agizo",
                        "SPRING_DATASOURCE_PASSWORD", "not for anybody's eyes"),
                "migrate");

        assertThat(migrate.waitForEnd()).isEqualTo(1);
        assertThat(migrate.output()).isEmpty();
        assertThat(migrate.errors())
                .hasLineCount(1)
                .startsWith("agizo migrate: ")
                .contains("SPRING_DATASOURCE_URL", wrong)
                .doesNotContain("not for anybody's eyes");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheListOfThem() throws Exception {
        AgizoProcess unknown = AgizoProcess.begin(dataFolder.path(), Map.of(), "migrat");

        assertThat(unknown.waitForEnd()).isEqualTo(2);
        assertThat(unknown.output()).isEmpty();
        assertThat(unknown.errors()).contains("  migrate ");
    }
}
