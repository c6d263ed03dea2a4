package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailedStartsJourneyTests {

    /** How long it may run on after it has said why it cannot start: far less than a lifecycle that waits to be stopped. */
    private static final int ENDS_WITHIN_SECONDS = 20;

    @RegisterExtension
    private final TestDataFolder dataFolder = new TestDataFolder();

    static List<Map<String, String>> settings() {
        return List.of(
                Map.of("AGIZO_SHOP_COUNTRY", "Kenya"),
                Map.of("AGIZO_SHOP_COUNTRY", "AQ"),
                Map.of("AGIZO_SHOP_TIME_ZONE", "Mars/Olympus"),
                Map.of("AGIZO_PUBLIC_URL", "https://shop.example.com"),
                Map.of("AGIZO_DEMO", "false", "AGIZO_PUBLIC_URL", "https://amina:secret@shop.example.com"),
                Map.of(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/agizo",
                        "SPRING_DATASOURCE_USERNAME", "agizo",
                        "SPRING_DATASOURCE_PASSWORD", "secret"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void sayWhyInOneLineAndEnd(Map<String, String> settings) throws Exception {
        assertEnds(settings);
    }

    @Test
    void ofAPortThatIsTakenEndAndLeaveNoDatabaseBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(assertEnds(Map.of("SERVER_PORT", port))).contains("Port " + port);
        }
        assertThat(dataFolder.path().resolve("postgres").resolve("postmaster.pid"))
                .doesNotExist();
    }

    private String assertEnds(Map<String, String> settings) throws IOException, InterruptedException {
        AgizoProcess agizo = AgizoProcess.begin(dataFolder.path(), settings);
        try {
            agizo.waitForErrors();
            assertThat(agizo.endsWithin(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(agizo.waitForEnd()).isEqualTo(1);
            assertThat(agizo.output()).isEmpty();
            assertThat(agizo.errors())
                    .hasLineCount(1)
                    .startsWith("Agizo cannot start. ")
                    .doesNotContain("secret");
            return agizo.errors();
        } finally {
            agizo.close();
        }
    }
}
