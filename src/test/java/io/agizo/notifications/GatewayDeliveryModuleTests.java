package io.agizo.notifications;

import static io.agizo.notifications.MessageStatus.DEAD;
import static io.agizo.notifications.MessageStatus.FAILED;
import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.MessageStatus.SENDING;
import static io.agizo.notifications.MessageStatus.SENT;
import static io.agizo.notifications.MessageStatus.UNKNOWN;
import static io.agizo.notifications.TextFixtures.SHOP;
import static io.agizo.notifications.TextFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.agizo.orders.OrderEvent;
import io.agizo.orders.OrderFixtures;
import io.agizo.shared.PhoneNumber;
import io.agizo.workers.Doorbell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts sent through a gateway that cannot be asked to send one only once. */
class GatewayDeliveryModuleTests {

    private static final SmsSettings USUAL = new SmsSettings(null, 3, false, null);
    private static final SmsSettings RESENDING = new SmsSettings(null, 3, true, null);

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock();
    private final Hold hold = new Hold();
    private final SendingStore sending = new SendingStore(jdbc);
    private final MessageStore messages = new MessageStore(jdbc);
    private final QueueOrderTexts texts =
            new QueueOrderTexts(new Wording(SHOP, OrderFixtures.LINKS), messages, new Doorbell());
    private final StandInGateway gateway = new StandInGateway(1, 4);

    private GatewayDelivery delivery(SmsSettings settings) {
        return delivery(gateway, settings);
    }

    private GatewayDelivery delivery(SmsGateway through, SmsSettings settings) {
        return TextFixtures.delivery(through, sending, settings, hold, ceiling(settings), clock);
    }

    private void queue(int howMany) {
        texts.queue(IntStream.range(0, howMany)
                .mapToObj(i -> placed("+2547%08d".formatted(i)))
                .toList());
    }

    private void deliverAllThatIsDue(SmsSettings settings) throws InterruptedException {
        GatewayDelivery delivery = delivery(settings);
        while (delivery.round()) {
            delivery.finish();
        }
    }

    private void sweep(SmsSettings settings) {
        Instant now = clock.instant();
        sending.giveUpLost(now, settings.mostAttempts(), settings.resendAt(0, now), "lost");
    }

    private MessageView only() {
        return all().getFirst();
    }

    private List<MessageView> all() {
        return messages.list(null, null, null, 10_000);
    }

    @Test
    void writesDownWhatTheGatewayTook() throws InterruptedException {
        queue(1);

        deliverAllThatIsDue(USUAL);

        assertThat(only())
                .returns(SENT, MessageView::status)
                .returns(1, MessageView::attempts)
                .returns(clock.instant(), MessageView::sentAt)
                .returns("stand-in", MessageView::gateway)
                .returns("id-+254700000000", MessageView::gatewayId)
                .returns("KES 0.8000", MessageView::cost)
                .returns(null, MessageView::detail);
    }

    @Test
    void sendsEachOfTwoThousandOnceThoughEightTakeFromTheQueue() throws Exception {
        queue(2_000);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                done.add(workers.submit(() -> {
                    GatewayDelivery delivery = delivery(USUAL);
                    while (gateway.handed().size() < 2_000) {
                        delivery.round();
                    }
                    delivery.finish();
                    return null;
                }));
            }
            for (Future<?> worker : done) {
                worker.get();
            }
        }

        assertThat(gateway.handed()).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(all()).extracting(MessageView::status).containsOnly(SENT);
    }

    @Test
    void neverSendsAgainWhatALostWorkerMayHaveSent() throws InterruptedException {
        queue(2);
        Instant leaseEnd = clock.instant().plusSeconds(60);
        List<ClaimedText> lost = sending.claim(clock.instant(), List.of(QUEUED), true, 1, leaseEnd, "stand-in");

        deliverAllThatIsDue(USUAL);
        assertThat(all()).extracting(MessageView::status).containsExactlyInAnyOrder(SENT, SENDING);

        clock.advance(Duration.ofSeconds(60));
        sweep(USUAL);
        clock.advance(Duration.ofDays(1));
        deliverAllThatIsDue(USUAL);

        assertThat(gateway.handed()).hasSize(1).doesNotContain(lost.getFirst().to());
        assertThat(messages.list(null, UNKNOWN, null, 10))
                .singleElement()
                .returns(lost.getFirst().id(), MessageView::id)
                .returns("lost", MessageView::detail);
    }

    @Test
    void believesALateAnswerOfASenderThatCountedAsLost() {
        queue(1);
        List<ClaimedText> late = sending.claim(
                clock.instant(), List.of(QUEUED), true, 1, clock.instant().plusSeconds(60), "stand-in");
        clock.advance(Duration.ofMinutes(2));
        sweep(USUAL);

        sending.settle(List.of(Verdict.taken(late.getFirst(), new Fate.Taken("late", null), clock.instant())));

        assertThat(only()).returns(SENT, MessageView::status).returns("late", MessageView::gatewayId);
    }

    @Test
    void leavesAnUnknownFateUnknown() throws InterruptedException {
        queue(1);
        gateway.answers(new Fate.Unclear("no answer"));

        deliverAllThatIsDue(USUAL);
        clock.advance(Duration.ofDays(1));
        deliverAllThatIsDue(USUAL);

        assertThat(gateway.handed()).hasSize(1);
        assertThat(only()).returns(UNKNOWN, MessageView::status).returns("no answer", MessageView::detail);
    }

    @Test
    void sendsAnUnknownTextAgainIfTheShopWantsThatAndNoReportCame() throws InterruptedException {
        queue(1);
        gateway.answers(new Fate.Unclear("no answer"));
        deliverAllThatIsDue(RESENDING);
        clock.advance(Duration.ofMinutes(9));
        deliverAllThatIsDue(RESENDING);
        assertThat(gateway.handed()).hasSize(1);

        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(10));
            deliverAllThatIsDue(RESENDING);
        }

        assertThat(gateway.handed()).hasSize(3);
        assertThat(only()).returns(UNKNOWN, MessageView::status);
    }

    @Test
    void triesAgainLaterAndLaterUntilTheLastTry() throws InterruptedException {
        queue(1);
        gateway.answers(new Fate.NotTaken("busy"));

        deliverAllThatIsDue(USUAL);
        assertThat(only()).returns(QUEUED, MessageView::status).returns("busy", MessageView::detail);
        clock.advance(Duration.ofSeconds(4));
        deliverAllThatIsDue(USUAL);
        assertThat(gateway.handed()).hasSize(1);
        clock.advance(Duration.ofSeconds(6));
        deliverAllThatIsDue(USUAL);
        assertThat(gateway.handed()).hasSize(2);
        clock.advance(Duration.ofSeconds(20));
        deliverAllThatIsDue(USUAL);

        assertThat(gateway.handed()).hasSize(3);
        assertThat(only())
                .returns(DEAD, MessageView::status)
                .returns(3, MessageView::attempts)
                .returns("busy", MessageView::detail);
    }

    @Test
    void givesUpWhatIsRefused() throws InterruptedException {
        queue(1);
        gateway.answers(new Fate.Refused("UserInBlacklist (406)"));

        deliverAllThatIsDue(USUAL);

        assertThat(only()).returns(FAILED, MessageView::status).returns("UserInBlacklist (406)", MessageView::detail);
    }

    @Test
    void standsStillWhileHeldAndTriesOneTextNowAndThen() throws InterruptedException {
        queue(20);
        gateway.answers(new Fate.Held("top it up"));

        deliverAllThatIsDue(USUAL);
        assertThat(gateway.handed()).hasSize(1);
        assertThat(hold.reason()).isEqualTo("top it up");
        clock.advance(Duration.ofSeconds(30));
        deliverAllThatIsDue(USUAL);
        assertThat(gateway.handed()).hasSize(2);
        clock.advance(Duration.ofSeconds(30));
        deliverAllThatIsDue(USUAL);
        assertThat(gateway.handed()).as("the pause has doubled").hasSize(2);

        assertThat(all())
                .extracting(MessageView::attempts)
                .as("no try is used up")
                .containsOnly(0);
        gateway.answers(new Fate.Taken(null, null));
        clock.advance(Duration.ofSeconds(30));
        deliverAllThatIsDue(USUAL);

        assertThat(hold.reason()).isNull();
        assertThat(all()).extracting(MessageView::status).containsOnly(SENT);
    }

    @Test
    void sendsTheSameWordsToManyInOneRequest() throws InterruptedException {
        StandInGateway wide = new StandInGateway(100, 1);
        OrderEvent first = placed("+254711000001");
        List<OrderEvent> same = IntStream.range(0, 30)
                .mapToObj(i -> placed("+2547110000" + (10 + i % 20)))
                .toList();
        texts.queue(List.of(first));
        texts.queue(same);
        GatewayDelivery delivery = delivery(wide, USUAL);

        delivery.round();
        delivery.finish();

        assertThat(wide.handed())
                .as("each number once in a request")
                .hasSize(21)
                .doesNotHaveDuplicates();
        while (delivery.round()) {
            delivery.finish();
        }
        assertThat(wide.handed()).hasSize(31);
    }

    @Test
    void neverHasMoreRequestsUnderWayThanTheGatewayTakes() throws InterruptedException {
        queue(5);
        CountDownLatch answering = new CountDownLatch(1);
        gateway.answers((PhoneNumber number) -> {
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Fate.Taken(null, null);
        });
        GatewayDelivery delivery = delivery(USUAL);
        for (int i = 0; i < 5; i++) {
            assertThat(delivery.round()).isTrue();
        }

        assertThat(messages.list(null, SENDING, null, 10)).hasSize(4);
        answering.countDown();
        delivery.finish();
        deliverAllThatIsDue(USUAL);

        assertThat(all()).extracting(MessageView::status).containsOnly(SENT);
    }

    private DayCeiling ceiling(SmsSettings settings) {
        return TextFixtures.ceiling(settings, hold, database, clock);
    }
}
