package io.agizo.notifications;

import static io.agizo.notifications.MessageStatus.DEAD;
import static io.agizo.notifications.MessageStatus.DELIVERED;
import static io.agizo.notifications.MessageStatus.FAILED;
import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.MessageStatus.SENT;
import static io.agizo.notifications.MessageStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.agizo.live.LiveFixtures;
import io.agizo.notifications.phonescreen.PhoneScreenFixture;
import io.agizo.shared.PhoneNumber;
import io.agizo.workers.Doorbell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts that are for the addressee alone. */
class SecretTextsModuleTests {

    private static final PhoneNumber PHONE = new PhoneNumber("+254711000001");
    private static final String WORDS = "Your code is 918273";
    private static final Duration USEFUL = Duration.ofMinutes(5);

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock();
    private final SecretTextStore secrets = new SecretTextStore(jdbc);
    private final MessageStore messages = new MessageStore(jdbc);
    private final StandInGateway gateway = new StandInGateway(1, 1);

    private void send() {
        new SendSecret(secrets, new Doorbell(), TextFixtures.noCeiling(jdbc, clock), clock, Optional.empty())
                .send(PHONE, null, "sign-in-code", WORDS, clock.instant().plus(USEFUL));
    }

    private void deliver() throws InterruptedException {
        var delivery = new GatewayDelivery(
                gateway,
                new SendingStore(jdbc),
                new SmsSettings(null, 3, false, null),
                new Hold(),
                TextFixtures.noCeiling(jdbc, clock),
                TextFixtures.HOURS,
                LiveFixtures.unheard(),
                TextFixtures.figures(),
                clock);
        while (delivery.round()) {
            delivery.finish();
        }
    }

    private MessageView listed() {
        List<MessageView> texts = messages.list(null, null, null, 10);
        assertThat(texts).hasSize(1);
        return texts.getFirst();
    }

    private @Nullable String kept() {
        return jdbc.sql("select coalesce(body, '') from message")
                .query(String.class)
                .single();
    }

    @Test
    void areListedWithoutTheirWords() {
        send();

        assertThat(listed().body()).isNull();
        assertThat(listed().occasion()).isEqualTo("sign-in-code");
        assertThat(listed().to()).isEqualTo(PHONE);
        assertThat(listed().status()).isEqualTo(QUEUED);
        assertThat(kept()).isEqualTo(WORDS);
    }

    @Test
    void areForgottenOnceTheyAreSent() throws InterruptedException {
        send();

        deliver();

        assertThat(gateway.handed()).containsExactly(PHONE);
        assertThat(listed().status()).isEqualTo(SENT);
        assertThat(kept()).isEmpty();
    }

    @Test
    void areKeptForAnotherTryAndForgottenWithTheLast() throws InterruptedException {
        gateway.answers(new Fate.NotTaken("busy"));
        send();

        deliver();
        assertThat(kept()).isEqualTo(WORDS);

        clock.advance(Duration.ofMinutes(1));
        gateway.answers(new Fate.Refused("no such number"));
        deliver();

        assertThat(listed().status()).isEqualTo(FAILED);
        assertThat(kept()).isEmpty();
    }

    @Test
    void areForgottenWhenNobodyKnowsWhetherTheyWentOut() throws InterruptedException {
        gateway.answers(new Fate.Unclear("no answer"));
        send();

        deliver();

        assertThat(listed().status()).isEqualTo(UNKNOWN);
        assertThat(kept()).isEmpty();
    }

    @Test
    void areNotSentOnceTheyAreOfNoUse() throws InterruptedException {
        send();
        clock.advance(USEFUL);

        deliver();
        assertThat(PhoneScreenFixture.screen(jdbc, clock).round()).isFalse();
        assertThat(gateway.handed()).isEmpty();

        secrets.erase(clock.instant());
        assertThat(listed().status()).isEqualTo(DEAD);
        assertThat(listed().detail()).contains("not sent in time");
        assertThat(kept()).isEmpty();
    }

    @Test
    void areReadOnThePhoneScreenAsLongAsTheyAreOfUse() throws InterruptedException {
        send();

        PhoneScreenFixture.screen(jdbc, clock).round();
        secrets.erase(clock.instant());
        assertThat(listed().status()).isEqualTo(DELIVERED);
        assertThat(kept()).isEqualTo(WORDS);

        clock.advance(USEFUL);
        secrets.erase(clock.instant());
        assertThat(listed().status()).isEqualTo(DELIVERED);
        assertThat(kept()).isEmpty();
    }
}
