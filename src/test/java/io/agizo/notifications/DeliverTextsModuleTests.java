package io.agizo.notifications;

import static io.agizo.notifications.MessageStatus.DELIVERED;
import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.MessageStatus.UNKNOWN;
import static io.agizo.notifications.TextFixtures.SHOP;
import static io.agizo.notifications.TextFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agizo.TestDatabase;
import io.agizo.live.LiveFixtures;
import io.agizo.notifications.phonescreen.PhoneScreenFixture;
import io.agizo.orders.OrderEvent;
import io.agizo.orders.OrderFixtures;
import io.agizo.workers.Doorbell;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one who delivers texts, at work. */
class DeliverTextsModuleTests {

    /** Whatever is delivered by a worker that rests so long, it was called for. */
    private static final Duration BEYOND_THE_TEST = Duration.ofHours(1);

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Clock clock = Clock.fixed(TextFixtures.NOON, ZoneOffset.UTC);
    private final Hold hold = new Hold();
    private final Doorbell doorbell = new Doorbell();
    private final MessageStore messages = new MessageStore(jdbc);
    private final SendingStore sending = new SendingStore(jdbc);
    private final QueueOrderTexts texts =
            new QueueOrderTexts(new Wording(SHOP, OrderFixtures.LINKS), messages, doorbell);
    private final TextDelivery screen = PhoneScreenFixture.screen(jdbc, clock);

    private DeliverTexts started = deliverer(null, BEYOND_THE_TEST);

    private DeliverTexts deliverer(@Nullable TextDelivery delivery, Duration rest) {
        var settings = new SmsSettings(null, 3, false, null);
        return new DeliverTexts(
                Optional.ofNullable(delivery),
                sending,
                new DeliveryReportStore(jdbc),
                new SecretTextStore(jdbc),
                TextFixtures.askedFor(jdbc, clock),
                settings,
                hold,
                LiveFixtures.unheard(),
                doorbell,
                rest,
                clock);
    }

    private void start(@Nullable TextDelivery delivery) {
        start(delivery, BEYOND_THE_TEST);
    }

    private void start(@Nullable TextDelivery delivery, Duration rest) {
        started = deliverer(delivery, rest);
        started.start();
    }

    @AfterEach
    void stop() {
        started.stop();
    }

    private static List<OrderEvent> orders(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> placed("+2547%08d".formatted(i)))
                .toList();
    }

    private List<MessageView> withStatus(MessageStatus status) {
        return messages.list(null, status, null, 10_000);
    }

    @Test
    void deliversAtOnceWhatIsCommitted() {
        start(screen);

        transaction.executeWithoutResult(status -> {
            texts.queue(orders(1));
            assertThat(withStatus(DELIVERED)).isEmpty();
        });

        await().untilAsserted(() -> assertThat(withStatus(DELIVERED)).hasSize(1));
        assertThat(withStatus(DELIVERED).getFirst())
                .returns(clock.instant(), MessageView::sentAt)
                .returns("phone-screen", MessageView::gateway)
                .returns(1, MessageView::attempts);
    }

    @Test
    void deliversWhatAnotherReplicaLeft() {
        texts.queue(orders(1_200));
        start(screen);

        await().untilAsserted(() -> assertThat(withStatus(DELIVERED)).hasSize(1_200));
    }

    @Test
    void keepsTextsThatNoGatewayIsSetFor() {
        texts.queue(orders(2));
        sending.claim(clock.instant(), List.of(QUEUED), true, 1, clock.instant(), "africastalking");
        start(null);

        await("for its look at the queue")
                .untilAsserted(() -> assertThat(withStatus(UNKNOWN)).hasSize(1));
        started.stop();
        assertThat(hold.reason()).contains("agizo.sms.gateway");
        assertThat(withStatus(QUEUED)).hasSize(1);
    }

    @Test
    void marksWhatALostSenderMayHaveSent() {
        texts.queue(orders(1));
        sending.claim(clock.instant(), List.of(QUEUED), true, 1, clock.instant(), "africastalking");
        start(null);

        await().untilAsserted(() -> assertThat(withStatus(UNKNOWN)).hasSize(1));
    }

    @Test
    void goesOnAfterADatabaseThatWasAwayForAMoment() {
        AtomicInteger rounds = new AtomicInteger();
        start(
                () -> {
                    if (rounds.incrementAndGet() == 1) {
                        throw new IllegalStateException("the database is away");
                    }
                    return screen.round();
                },
                Duration.ofMillis(1));
        texts.queue(orders(1));

        await().untilAsserted(() -> assertThat(withStatus(DELIVERED)).hasSize(1));
    }

    @Test
    void restsWhenNothingIsDue() {
        AtomicInteger rounds = new AtomicInteger();
        start(() -> {
            rounds.incrementAndGet();
            return false;
        });

        await().untilAtomic(rounds, equalTo(1));
        await().during(Duration.ofMillis(500)).untilAtomic(rounds, equalTo(1));
        doorbell.ring();
        await().untilAtomic(rounds, equalTo(2));
    }

    @Test
    void canBeStartedAgain() {
        start(screen);
        started.stop();
        assertThat(started.isRunning()).isFalse();
        texts.queue(orders(1));
        started.start();

        await().untilAsserted(() -> assertThat(withStatus(DELIVERED)).hasSize(1));
    }
}
