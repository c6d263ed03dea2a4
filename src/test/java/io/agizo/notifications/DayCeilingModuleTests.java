package io.agizo.notifications;

import static io.agizo.notifications.MessageStatus.QUEUED;
import static io.agizo.notifications.TextFixtures.SHOP;
import static io.agizo.notifications.TextFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.live.LiveFixtures;
import io.agizo.orders.OrderFixtures;
import io.agizo.shared.CannotStart;
import io.agizo.workers.Doorbell;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a day of texts may come to. */
class DayCeilingModuleTests {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock();
    private final Hold hold = new Hold();
    private final MessageStore messages = new MessageStore(jdbc);
    private final QueueOrderTexts texts =
            new QueueOrderTexts(new Wording(SHOP, OrderFixtures.LINKS), messages, new Doorbell());
    private final StandInGateway gateway = new StandInGateway(1, 4);

    private DayCeiling ceiling(SmsSettings settings) {
        return TextFixtures.ceiling(settings, hold, database, clock);
    }

    private GatewayDelivery delivery(SmsSettings settings) {
        return new GatewayDelivery(
                gateway,
                new SendingStore(jdbc),
                settings,
                hold,
                ceiling(settings),
                TextFixtures.HOURS,
                LiveFixtures.unheard(),
                TextFixtures.figures(),
                clock);
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

    @Test
    void holdsWhatIsMoreThanADayMayHaveAndLosesNothing() throws InterruptedException {
        SmsSettings three = new SmsSettings(null, 3, false, 3);
        queue(5);

        deliverAllThatIsDue(three);

        assertThat(gateway.handed()).hasSize(3);
        assertThat(hold.reason()).contains("3 texts", "AGIZO_SMS_MOST_PER_DAY");
        assertThat(messages.list(null, QUEUED, null, 10)).hasSize(2).allMatch(text -> text.attempts() == 0);
        assertThat(ceiling(three).pause())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofHours(24), Duration.ofHours(25)));

        clock.advance(Duration.ofHours(23));
        deliverAllThatIsDue(three);
        assertThat(gateway.handed()).hasSize(3);

        clock.advance(Duration.ofHours(2));
        deliverAllThatIsDue(three);
        assertThat(gateway.handed()).hasSize(5).doesNotHaveDuplicates();
        assertThat(hold.reason()).isNull();
        assertThat(ceiling(three).pause()).isEmpty();
    }

    @Test
    void goesOnOnceTheCeilingIsRaised() throws InterruptedException {
        queue(5);
        deliverAllThatIsDue(new SmsSettings(null, 3, false, 3));

        deliverAllThatIsDue(new SmsSettings(null, 3, false, 4));

        assertThat(gateway.handed()).hasSize(4);
    }

    @Test
    void neverPassesTheCeilingThoughManyTakeFromTheQueue() throws Exception {
        SmsSettings hundred = new SmsSettings(null, 3, false, 100);
        queue(300);
        Together.run(8, () -> {
            GatewayDelivery delivery = delivery(hundred);
            while (delivery.round()) {
                delivery.finish();
            }
            return null;
        });

        assertThat(gateway.handed()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void isNoneWhereTheShopSaysSo() throws InterruptedException {
        queue(5);

        deliverAllThatIsDue(new SmsSettings(null, 3, false, 0));

        assertThat(gateway.handed()).hasSize(5);
    }

    @Test
    void cannotBeLessThanNothing() {
        assertThatThrownBy(() -> new SmsSettings(null, 3, false, -1))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("most-per-day");
    }
}
