package io.agizo.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.agizo.platform.AgizoProcess;
import io.agizo.platform.TestDataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class BackedUpShopJourneyTests {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    private final TestDataFolder lost = new TestDataFolder();

    @RegisterExtension
    private final TestDataFolder found = new TestDataFolder();

    @TempDir
    private Path backups;

    private final ConcurrentLinkedQueue<String> confirmed = new ConcurrentLinkedQueue<>();

    @Test
    void isThereAgainWithEveryOrderConfirmedBeforeAndThenMovesWithAllOfThem() throws Exception {
        List<String> orders = backUpUnderOrders();

        AgizoProcess restore = AgizoProcess.begin(found.path(), Map.of(), "restore", backup().toString());
        assertThat(restore.waitForEnd()).as(restore.errors()).isZero();
        try (AgizoProcess shop = AgizoProcess.open(found.path())) {
            String token = shop.demoToken();
            for (String number : orders) {
                assertThat(shop.get("/api/v1/orders/" + number, token).statusCode())
                        .isEqualTo(200);
            }
            AgizoProcess refused = AgizoProcess.begin(found.path(), elsewhere(TestDatabase.emptyUrl()), "move");
            assertThat(refused.waitForEnd()).isEqualTo(1);
            assertThat(refused.errors())
                    .hasLineCount(1)
                    .contains("is in use by the Agizo with process id " + shop.pid());
        }
        assertMoves(orders);
    }

    private void assertMoves(List<String> orders) throws IOException {
        String url = TestDatabase.emptyUrl();
        AgizoProcess move = AgizoProcess.begin(found.path(), elsewhere(url), "move");
        assertThat(move.waitForEnd()).as(move.errors()).isZero();
        List<String> moved = JdbcClient.create(
                        new DriverManagerDataSource(url, TestDatabase.USER, TestDatabase.PASSWORD))
                .sql("select number from order_number")
                .query(String.class)
                .list();
        assertThat(moved).containsAll(orders);

        AgizoProcess left = AgizoProcess.begin(found.path(), Map.of());
        assertThat(left.waitForEnd()).isEqualTo(1);
        assertThat(left.errors())
                .hasLineCount(1)
                .contains("has moved to localhost:", "SPRING_DATASOURCE_URL")
                .doesNotContain("password=");
    }

    /** Backs up a shop in which orders are placed, tries the backup, and answers with those confirmed before it began. */
    private List<String> backUpUnderOrders() throws Exception {
        AtomicBoolean open = new AtomicBoolean(true);
        try (AgizoProcess shop = AgizoProcess.open(lost.path());
                ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
            String token = shop.demoToken();
            shop.post("/api/v1/customers", token, "{\"code\": \"PENDO\", \"name\": \"Pendo\"}");
            for (int customer = 0; customer < 2; customer++) {
                customers.submit(() -> {
                    while (open.get()) {
                        order(shop, token);
                    }
                    return null;
                });
            }
            try {
                Awaitility.await().until(() -> confirmed.size() > 20);
                List<String> before = List.copyOf(confirmed);
                AgizoProcess backup = AgizoProcess.begin(lost.path(), Map.of(), "backup", backups.toString());
                assertThat(backup.waitForEnd()).as(backup.errors()).isZero();
                assertThat(confirmed.size()).isGreaterThan(before.size());
                open.set(false);
                AgizoProcess drill = AgizoProcess.begin(lost.path(), Map.of(), "drill", backup().toString());
                assertThat(drill.waitForEnd()).as(drill.errors()).isZero();
                assertThat(lost.path().resolve("drill")).doesNotExist();
                assertThat(shop.get("/actuator/prometheus", token).body())
                        .containsPattern("(?m)^agizo_backup_age_seconds\\S* \\d+\\.\\d+$")
                        .containsPattern("(?m)^agizo_restore_drill_age_seconds\\S* \\d+\\.\\d+$");
                return before;
            } finally {
                open.set(false);
            }
        }
    }

    private void order(AgizoProcess shop, String token) throws IOException, InterruptedException {
        String order =
                "{\"customer\": \"PENDO\", \"lines\": [{\"item\": \"Basket\", \"quantity\": 1, \"amount\": \"100.00\"}]}";
        var answer = shop.post("/api/v1/orders", token, order);
        if (answer.statusCode() == 201) {
            confirmed.add(JSON.readTree(answer.body()).path("number").asString());
        }
    }

    private Path backup() throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.toList().getFirst();
        }
    }

    private static Map<String, String> elsewhere(String url) {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", TestDatabase.USER,
                "SPRING_DATASOURCE_PASSWORD", TestDatabase.PASSWORD);
    }
}
