package io.agizo.notifications;

import static io.agizo.notifications.MessageStatus.DEAD;
import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.MessageStatus.SENT;
import static io.agizo.notifications.TextFixtures.NOON;
import static io.agizo.notifications.TextFixtures.SHOP;
import static io.agizo.notifications.TextFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.agizo.live.LiveFixtures;
import io.agizo.notifications.AskedForTexts.Reader;
import io.agizo.notifications.phonescreen.PhoneScreenFixture;
import io.agizo.orders.OrderFixtures;
import io.agizo.shared.PhoneNumber;
import io.agizo.workers.Doorbell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Texts that people asked for: by day, and until they say stop. */
class AskedForTextsModuleTests {

    private static final PhoneNumber AMINA = new PhoneNumber("+254711000001");
    private static final PhoneNumber JUMA = new PhoneNumber("+254711000002");
    private static final String LINK = "https://duka.example/products/TEA-500";
    private static final SmsSettings RESENDING = new SmsSettings(null, 3, true, null);

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final SettableClock clock = new SettableClock();
    private final Hold hold = new Hold();
    private final MessageStore messages = new MessageStore(jdbc);
    private final SendingStore sending = new SendingStore(jdbc);
    private final StandInGateway gateway = new StandInGateway(10, 4);
    private final AskedForTexts texts = TextFixtures.askedFor(jdbc, clock);
    private final List<Object> told = new ArrayList<>();
    private final OptOuts optOuts = TextFixtures.optOuts(jdbc, told::add, clock);
    private final TextDelivery screen = PhoneScreenFixture.screen(jdbc, clock);
    private final GatewayDelivery delivery = new GatewayDelivery(
            gateway,
            sending,
            RESENDING,
            hold,
            TextFixtures.noCeiling(jdbc, clock),
            TextFixtures.HOURS,
            LiveFixtures.unheard(),
            TextFixtures.figures(),
            clock);

    private void tell(PhoneNumber... numbers) {
        transaction.executeWithoutResult(begun -> texts.tellBackInStock(
                "Kericho tea 500 g",
                LINK,
                List.of(numbers).stream()
                        .map(number -> new Reader(number, "en"))
                        .toList()));
    }

    private void stop(PhoneNumber number, String text) {
        transaction.executeWithoutResult(begun -> optOuts.stop(number, "STOP", text));
    }

    private void deliver() throws InterruptedException {
        while (delivery.round()) {
            delivery.finish();
        }
    }

    /** By the shop's clock, three hours ahead; the sweep is as late as it may be. */
    private void at(String time) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(time + "+03:00")));
    }

    private List<MessageView> listed() {
        return messages.list(null, null, null, 100);
    }

    private MessageView only() {
        assertThat(listed()).hasSize(1);
        return listed().getFirst();
    }

    @Test
    void goOutByDay() throws InterruptedException {
        tell(AMINA);

        deliver();

        assertThat(gateway.handed()).containsExactly(AMINA);
        assertThat(only())
                .returns(MessageKind.ASKED_FOR, MessageView::kind)
                .returns("back-in-stock", MessageView::occasion)
                .returns(SENT, MessageView::status)
                .returns(
                        "Mama Njeri: Kericho tea 500 g is back: " + LINK
                                + " You asked us to tell you. No more? Answer STOP.",
                        MessageView::body);
    }

    @Test
    void shareNoRequestWithTextsAboutOrders() throws InterruptedException {
        tell(AMINA, JUMA);
        jdbc.sql("update message set kind = 'transactional' where phone = '" + JUMA.e164() + "'")
                .update();
        deliver();
        assertThat(gateway.kinds()).containsExactlyInAnyOrder(MessageKind.ASKED_FOR, MessageKind.TRANSACTIONAL);
    }

    @Test
    void neverLeaveAtNightWhileOrdersDo() throws InterruptedException {
        for (String night : List.of("2026-11-22T18:00:00", "2026-11-22T23:59:59", "2026-11-23T00:00:00")) {
            at(night);
            tell(AMINA);
            new QueueOrderTexts(new Wording(SHOP, OrderFixtures.LINKS), messages, new Doorbell())
                    .queue(List.of(placed(JUMA.e164())));
            deliver();
            screen.round();
        }
        at("2026-11-23T07:59:59.999");
        texts.sweep(clock.instant());
        deliver();
        screen.round();

        assertThat(gateway.handed()).containsOnly(JUMA).hasSize(3);
        assertThat(messages.list(null, QUEUED, null, 10)).hasSize(3).allMatch(text -> AMINA.equals(text.to()));

        at("2026-11-23T08:00:00");
        deliver();

        assertThat(gateway.handed()).hasSize(6).endsWith(AMINA, AMINA, AMINA);
    }

    @Test
    void neverLeaveAtNightOnThePhoneScreen() throws InterruptedException {
        tell(AMINA);
        at("2026-11-22T18:00:00");
        screen.round();
        assertThat(only().status()).isEqualTo(QUEUED);

        at("2026-11-23T08:00:00");
        screen.round();
        assertThat(only().status()).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void areNotTriedAgainAtNight() throws InterruptedException {
        at("2026-11-22T17:59:59");
        tell(AMINA);
        gateway.answers(new Fate.NotTaken("busy"));
        deliver();
        gateway.answers(new Fate.Taken("id", null));

        at("2026-11-22T18:30:00");
        deliver();
        assertThat(gateway.handed()).hasSize(1);

        at("2026-11-23T08:00:00");
        deliver();
        assertThat(gateway.handed()).hasSize(2);
        assertThat(only().status()).isEqualTo(SENT);
    }

    @Test
    void areNotLookedAtAllNightLong() {
        tell(AMINA);
        at("2026-11-22T18:00:00");

        texts.sweep(clock.instant());

        assertThat(jdbc.sql("select due_at from message")
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-11-23T05:00:00Z"));
    }

    @Test
    void sayWhyTheyWait() {
        hold.hold("The balance is empty.", NOON);
        tell(AMINA);
        WhyTextsWait why = new WhyTextsWait(hold, TextFixtures.HOURS, clock);
        assertThat(why.of(only())).isEqualTo("The balance is empty.");

        at("2026-11-22T18:00:00");

        assertThat(why.of(only())).contains("08:00 to 18:00", "waits");
    }

    @Test
    void endAtOnceOnAStop() throws InterruptedException {
        tell(AMINA, JUMA);

        stop(AMINA, "1");
        deliver();

        assertThat(gateway.handed()).containsExactly(JUMA);
        assertThat(told).containsExactly(new NumberOptedOut(AMINA));
        assertThat(messages.list(null, DEAD, null, 10))
                .singleElement()
                .returns(null, MessageView::to)
                .returns(null, MessageView::body)
                .satisfies(text -> assertThat(text.detail()).contains("no such texts"));
    }

    @Test
    void areQueuedForNobodyWhoSaidStop() {
        stop(AMINA, "1");

        tell(AMINA, JUMA);

        assertThat(only().to()).isEqualTo(JUMA);
    }

    @Test
    void areNotTriedAgainWhereSomebodySaidStopMeanwhile() throws InterruptedException {
        tell(AMINA);
        List<ClaimedText> taken = sending.claim(NOON, List.of(QUEUED), true, 1, NOON.plusSeconds(60), "stand-in");
        stop(AMINA, "1");
        sending.settle(List.of(Verdict.notTaken(taken.getFirst(), QUEUED, NOON, "busy")));

        deliver();
        screen.round();
        assertThat(gateway.handed()).isEmpty();

        texts.sweep(clock.instant());
        assertThat(only()).returns(DEAD, MessageView::status).returns(null, MessageView::to);
    }

    @Test
    void leaveTextsAboutOrdersAlone() throws InterruptedException {
        stop(AMINA, "1");
        new QueueOrderTexts(new Wording(SHOP, OrderFixtures.LINKS), messages, new Doorbell())
                .queue(List.of(placed(AMINA.e164())));
        stop(AMINA, "2");

        deliver();

        assertThat(gateway.handed()).containsExactly(AMINA);
    }

    @Test
    void areHeardOnceHoweverOftenTheGatewayRepeats() {
        stop(AMINA, "1");
        stop(AMINA, "1");
        assertThat(told).hasSize(1);

        optOuts.startAgain(AMINA, "2");
        assertThat(optOuts.include(AMINA)).isFalse();
        stop(AMINA, "1");

        assertThat(optOuts.include(AMINA)).as("the stop of before").isFalse();
        stop(AMINA, "3");
        assertThat(optOuts.include(AMINA)).isTrue();
    }

    @Test
    void doNotSayInTheTableWhoSaidStop() {
        stop(AMINA, "1");

        assertThat(jdbc.sql("select opt_out::text from opt_out")
                        .query(String.class)
                        .single())
                .doesNotContain("711000001");
    }

    @Test
    void areForgottenADayAfterTheyWent() throws InterruptedException {
        tell(AMINA);
        deliver();
        clock.advance(Duration.ofHours(23));
        texts.sweep(clock.instant());
        assertThat(only().to()).isEqualTo(AMINA);

        clock.advance(Duration.ofHours(1));
        texts.sweep(clock.instant());

        assertThat(only())
                .returns(null, MessageView::to)
                .returns(null, MessageView::body)
                .returns(SENT, MessageView::status);
    }

    @Test
    void areGivenUpWhenTheyAreNoNewsAnyMore() {
        tell(AMINA);
        clock.advance(Duration.ofDays(2));

        texts.sweep(clock.instant());

        assertThat(only()).returns(DEAD, MessageView::status).returns(null, MessageView::to);
    }
}
