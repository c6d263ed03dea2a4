package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KilledShopJourneyTests {

    @RegisterExtension
    private final TestDataFolder dataFolder = new TestDataFolder();

    @Test
    void hasWhatItAnsweredForWhenItIsStartedAgain() throws Exception {
        AgizoProcess killed = AgizoProcess.open(dataFolder.path());
        String customer = "{\"code\": \"KEPT\", \"name\": \"Amina\"}";
        assertThat(killed.post("/api/v1/customers", killed.demoToken(), customer)
                        .statusCode())
                .isEqualTo(201);
        killed.kill();

        try (AgizoProcess agizo = AgizoProcess.open(dataFolder.path())) {
            String token = agizo.demoToken();
            assertThat(agizo.get("/api/v1/customers/KEPT", token).statusCode()).isEqualTo(200);
            assertThat(agizo.get("/api/v1/products?limit=200", token).body()).containsOnlyOnce("\"TEA-500\"");
        }
    }

    @Test
    void aSecondOneOnTheSameDataIsRefusedInOneLine() throws Exception {
        try (AgizoProcess first = AgizoProcess.open(dataFolder.path());
                AgizoProcess second = AgizoProcess.begin(dataFolder.path())) {
            assertThat(second.waitForEnd()).isEqualTo(1);
            assertThat(second.output()).isEmpty();
            assertThat(second.errors())
                    .hasLineCount(1)
                    .contains(dataFolder.path().toString(), "process id " + first.pid(), "AGIZO_DATA_DIR");
            assertThat(first.output()).hasSize(5).anyMatch(line -> line.contains("demo-api-secret"));
        }
    }
}
