package io.agizo.notifications;

import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.live.LiveFixtures;
import io.agizo.orders.OrderEvent;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.OrderId;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.shared.Ids;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.workers.Doorbell;
import io.agizo.workers.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders and customers to text about. */
public final class TextFixtures {

    static final Shop SHOP = new Shop("Mama Njeri", Currency.getInstance("KES"), "KE", ZoneId.of("Africa/Nairobi"));
    static final Instant NOON = Instant.parse("2026-11-22T09:00:00Z");
    public static final AskedForHours HOURS = new AskedForHours(SHOP);

    static final String NUMBER = "A7K2-9QX";

    private TextFixtures() {}

    static CustomerView customer(String locale, @Nullable String phone) {
        return new CustomerView(
                new CustomerId(Ids.next()),
                new CustomerCode("C-001"),
                "Amina",
                phone == null ? null : new PhoneNumber(phone),
                null,
                locale,
                NOON,
                false,
                1);
    }

    static OrderView.Line line(int quantity, String item) {
        return new OrderView.Line(
                1, null, item, quantity, money("1"), money("1").times(quantity), 0, 0);
    }

    static Money money(String amount) {
        return new Money(new BigDecimal(amount), SHOP.currency());
    }

    static OrderView order(String total, OrderView.Line... lines) {
        return new OrderView(
                new OrderId(Ids.next()),
                new OrderNumber(NUMBER),
                OrderStatus.PENDING,
                null,
                null,
                Arrays.asList(lines),
                money(total),
                "KES",
                NOON,
                "till",
                "",
                null,
                List.of(),
                List.of(),
                1);
    }

    static OrderEvent event(Occasion occasion, OrderView order, @Nullable String reason) {
        return new OrderEvent(occasion, order, customer("en", "+254711000001"), reason, NOON);
    }

    /** A new order of the customer with that phone, who reads English. */
    static OrderEvent placed(@Nullable String phone) {
        return new OrderEvent(
                Occasion.PLACED, order("1000", line(2, "Kericho tea 500 g")), customer("en", phone), null, NOON);
    }

    /** For a shop that may text as much as it likes. */
    public static DayCeiling noCeiling(JdbcClient jdbc, Clock clock) {
        return new DayCeiling(
                new SentTextStore(jdbc),
                new Hold(),
                new SmsSettings(null, 3, false, null),
                new MockEnvironment(),
                TransactionOperations.withoutTransaction(),
                clock);
    }

    /** For a shop whose texts are stopped by an answer. */
    public static AskedForTexts askedFor(JdbcClient jdbc, Clock clock) {
        return new AskedForTexts(
                new AskedForStore(jdbc),
                HOURS,
                new BackInStockWording(SHOP, new StopSettings(null)),
                new Doorbell(),
                LiveFixtures.unheard(),
                clock);
    }

    /** Who said stop, as their texts to the shop are heard. */
    public static OptOuts optOuts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        return new OptOuts(new OptOutStore(jdbc), new AskedForStore(jdbc), events, LiveFixtures.unheard(), clock);
    }

    static DayCeiling ceiling(SmsSettings settings, Hold hold, DataSource database, Clock clock) {
        return new DayCeiling(
                new SentTextStore(JdbcClient.create(database)),
                hold,
                settings,
                new MockEnvironment(),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                clock);
    }

    /** At any hour that suits, with nobody listening. */
    static GatewayDelivery delivery(
            SmsGateway gateway,
            SendingStore sending,
            SmsSettings settings,
            Hold hold,
            DayCeiling ceiling,
            Clock clock) {
        return new GatewayDelivery(
                gateway, sending, settings, hold, ceiling, HOURS, LiveFixtures.unheard(), figures(), clock);
    }

    static GatewayFigures figures() {
        return new GatewayFigures(new SimpleMeterRegistry(), new Traces(Tracer.NOOP));
    }
}
