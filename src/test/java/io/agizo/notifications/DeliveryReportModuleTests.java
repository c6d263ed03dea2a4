package io.agizo.notifications;

import static io.agizo.notifications.MessageStatus.DELIVERED;
import static io.agizo.notifications.MessageStatus.FAILED;
import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.MessageStatus.SENT;
import static io.agizo.notifications.MessageStatus.UNKNOWN;
import static io.agizo.notifications.TextFixtures.SHOP;
import static io.agizo.notifications.TextFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.agizo.live.LiveFixtures;
import io.agizo.orders.OrderFixtures;
import io.agizo.shared.PhoneNumber;
import io.agizo.workers.Doorbell;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a gateway reports of texts it has taken. */
class DeliveryReportModuleTests {

    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.fresh());
    private static final PhoneNumber AMINA = new PhoneNumber("+254711000001");

    private final SettableClock clock = new SettableClock();
    private final SendingStore sending = new SendingStore(JDBC);
    private final MessageStore messages = new MessageStore(JDBC);
    private final DeliveryReportStore reports = new DeliveryReportStore(JDBC);
    private final RecordDelivery deliveries = new RecordDelivery(reports, LiveFixtures.unheard(), clock);

    {
        JDBC.sql("truncate message, delivery_report").update();
    }

    private ClaimedText claimed(PhoneNumber to) {
        new QueueOrderTexts(new Wording(SHOP, OrderFixtures.LINKS), messages, new Doorbell())
                .queue(List.of(placed(to.e164())));
        return sending.claim(
                        clock.instant(),
                        List.of(QUEUED),
                        true,
                        1,
                        clock.instant().plusSeconds(60),
                        "africastalking")
                .getFirst();
    }

    private void taken(ClaimedText text, String id) {
        sending.settle(List.of(Verdict.taken(text, new Fate.Taken(id, null), clock.instant())));
    }

    private void unclear(ClaimedText text) {
        sending.settle(List.of(Verdict.notTaken(text, UNKNOWN, null, "no answer")));
    }

    private void report(String id, @Nullable MessageStatus status, @Nullable String detail) {
        deliveries.record(new DeliveryReport(id, AMINA, status, detail));
    }

    private MessageView shown() {
        return messages.list(null, null, null, 10).getFirst();
    }

    private int unmatched() {
        return JDBC.sql("select count(*) from delivery_report")
                .query(Integer.class)
                .single();
    }

    @Test
    void tellsThatThePhoneHasIt() {
        taken(claimed(AMINA), "a");

        report("a", SENT, "Buffered");
        assertThat(shown()).returns(SENT, MessageView::status).returns("Buffered", MessageView::detail);
        report("a", DELIVERED, null);

        assertThat(shown()).returns(DELIVERED, MessageView::status).returns(null, MessageView::detail);
        assertThat(unmatched()).isZero();
    }

    @Test
    void keepsAWordItDoesNotKnow() {
        taken(claimed(AMINA), "a");

        report("a", null, "Teleported");

        assertThat(shown()).returns(SENT, MessageView::status).returns("Teleported", MessageView::detail);
    }

    @Property(tries = 100)
    void endsTheSameInAnyOrderAndAnyNumber(@ForAll @Size(min = 1, max = 6) List<Told> told) {
        JDBC.sql("truncate message, delivery_report").update();
        taken(claimed(AMINA), "a");

        told.forEach(word -> report("a", word.status, word.name()));

        MessageStatus end = told.contains(Told.SUCCESS) ? DELIVERED : told.contains(Told.FAILURE) ? FAILED : SENT;
        assertThat(shown().status()).isEqualTo(end);
    }

    enum Told {
        SUCCESS(DELIVERED),
        FAILURE(FAILED),
        BUFFERED(SENT),
        UNHEARD_OF(null);

        private final @Nullable MessageStatus status;

        Told(@Nullable MessageStatus status) {
            this.status = status;
        }
    }

    @Test
    void endsTheSameWhenManyComeAtOnce() {
        taken(claimed(AMINA), "a");

        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                Told word = Told.values()[i % 4];
                senders.submit(() -> report("a", word.status, word.name()));
            }
        }

        assertThat(shown().status()).isEqualTo(DELIVERED);
        assertThat(unmatched()).isZero();
    }

    @Test
    void isKeptWhenItOvertakesTheAnswerToTheSending() {
        ClaimedText text = claimed(AMINA);
        report("a", SENT, "Sent");
        report("a", FAILED, "Failed: UserIsInactive");
        assertThat(unmatched()).isEqualTo(2);

        taken(text, "a");
        reports.sweep(clock.instant());

        assertThat(shown()).returns(FAILED, MessageView::status).returns("Failed: UserIsInactive", MessageView::detail);
        assertThat(unmatched()).isZero();
    }

    @Test
    void tellsTheFateOfATextThatWasNeverAnswered() {
        unclear(claimed(AMINA));
        report("a", SENT, "Sent");
        report("a", DELIVERED, null);

        reports.sweep(clock.instant());
        assertThat(shown().status()).as("an answer could still come").isEqualTo(UNKNOWN);
        clock.advance(Duration.ofMinutes(2));
        reports.sweep(clock.instant());

        assertThat(shown())
                .returns(DELIVERED, MessageView::status)
                .returns("a", MessageView::gatewayId)
                .returns(TextFixtures.NOON, MessageView::sentAt);
    }

    @Test
    void leavesTwoTextsThatWereNeverAnsweredUnknown() {
        unclear(claimed(AMINA));
        unclear(claimed(AMINA));
        report("a", DELIVERED, null);

        clock.advance(Duration.ofMinutes(2));
        reports.sweep(clock.instant());

        assertThat(messages.list(null, UNKNOWN, null, 10)).hasSize(2);
    }

    @Test
    void isNotBelievedForAnotherNumber() {
        taken(claimed(new PhoneNumber("+254711000002")), "a");

        report("a", DELIVERED, null);
        reports.sweep(clock.instant().plus(Duration.ofMinutes(5)));

        assertThat(shown().status()).isEqualTo(SENT);
    }

    @Test
    void isForgottenAfterADayIfItBelongsToNothing() {
        report("theirs", DELIVERED, null);

        clock.advance(Duration.ofHours(25));
        reports.sweep(clock.instant());

        assertThat(unmatched()).isZero();
    }

    @Test
    void isLetGoWhenTooManyBelongToNothing() {
        JDBC.sql("""
                insert into delivery_report (gateway_id, phone, received_at)
                select 'theirs', '+254711000009', ?::timestamptz from generate_series(1, 10000)
                """).param(TextFixtures.NOON.toString()).update();

        report("one too many", DELIVERED, null);

        assertThat(unmatched()).isEqualTo(10_000);
    }
}
