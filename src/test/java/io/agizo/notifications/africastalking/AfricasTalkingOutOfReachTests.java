package io.agizo.notifications.africastalking;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.agizo.notifications.Fate.NotTaken;
import io.agizo.notifications.MessageKind;
import io.agizo.shared.PhoneNumber;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** Texts while Africa's Talking cannot be reached, or somebody else answers. */
class AfricasTalkingOutOfReachTests {

    private static final String KEY = "key-that-no-one-may-see";
    private static final PhoneNumber AMINA = new PhoneNumber("+254711000001");
    private static final PhoneNumber BARAKA = new PhoneNumber("+254711000002");

    /** Long enough for a first TLS handshake on a busy machine, and less than the answers here that come too late. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Someone with a certificate of their own making. */
    @RegisterExtension
    static final WireMockExtension STRANGER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().httpDisabled(true).dynamicHttpsPort())
            .build();

    private static AfricasTalking gateway(String url) {
        var settings = new AfricasTalkingSettings("shop", KEY, null, null, url, 100, 4, 20, null);
        return new AfricasTalking(settings, JsonMapper.shared(), PATIENCE);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void sendsNothingToWhoeverCannotShowThatTheyAreAfricasTalkingAndSaysSoInTheLog(CapturedOutput output) {
        assertThat(gateway(STRANGER.baseUrl()).send(MessageKind.TRANSACTIONAL, "Habari", List.of(AMINA)))
                .hasOnlyElementsOfType(NotTaken.class);

        assertThat(output).contains("The connection to Africa's Talking is not safe");
    }

    @Test
    void triesAgainWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertThat(gateway("http://127.0.0.1:" + port)
                        .send(MessageKind.TRANSACTIONAL, "Habari", List.of(AMINA, BARAKA)))
                .hasSize(2)
                .hasOnlyElementsOfType(NotTaken.class);
    }

    @Test
    void triesAgainWhenTheNameIsNotKnown() {
        assertThat(gateway("http://no-such-host.invalid").send(MessageKind.TRANSACTIONAL, "Habari", List.of(AMINA)))
                .hasOnlyElementsOfType(NotTaken.class);
    }
}
