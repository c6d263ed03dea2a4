package io.agizo.notifications;

import static io.agizo.notifications.TextFixtures.NOON;
import static io.agizo.notifications.TextFixtures.SHOP;
import static io.agizo.notifications.TextFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import io.agizo.orders.OrderEvent;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.OrderFixtures;
import io.agizo.orders.OrderId;
import io.agizo.orders.OrderMessage;
import io.agizo.queries.RoundTrip;
import io.agizo.shared.PhoneNumber;
import io.agizo.workers.Doorbell;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Texts queued with the orders they are about. */
class OrderTextsModuleTests {

    private static final DataSource DATABASE = TestDatabase.fresh();

    private final QueueOrderTexts texts = new QueueOrderTexts(
            new Wording(SHOP, OrderFixtures.LINKS), new MessageStore(JdbcClient.create(DATABASE)), new Doorbell());
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE));

    @Test
    void queuesOneForEachOrderOfABatch() {
        List<OrderEvent> events = IntStream.range(0, 40)
                .mapToObj(i -> placed("+2547110000" + (10 + i)))
                .toList();

        Map<OrderId, List<OrderMessage>> queued = texts.queue(events);

        assertThat(queued).hasSize(40);
        OrderEvent last = events.getLast();
        assertThat(queued.get(last.order().id()))
                .containsExactly(new OrderMessage(NOON, new PhoneNumber("+254711000049"), "queued"));
        assertThat(about(queued.keySet())).isEqualTo(queued);
    }

    @Test
    void queuesNothingWithoutACustomerOrAPhone() {
        OrderEvent walkIn = new OrderEvent(Occasion.PLACED, placed(null).order(), null, null, NOON);

        assertThat(texts.queue(List.of(placed(null), walkIn))).isEmpty();
        assertThat(texts.queue(List.of())).isEmpty();
        assertThat(about(List.of())).isEmpty();
    }

    @Test
    void queuesAnOccasionOnce() {
        OrderEvent event = placed("+254711000001");
        OrderEvent another = placed("+254711000002");
        texts.queue(List.of(event));

        assertThat(texts.queue(List.of(event, another)))
                .containsOnlyKeys(another.order().id());
        assertThat(about(List.of(event.order().id())).get(event.order().id())).hasSize(1);
    }

    @Test
    void showsTheTextsOfAnOrderOldestFirst() {
        OrderEvent event = placed("+254711000001");
        OrderEvent later =
                new OrderEvent(Occasion.ACCEPTED, event.order(), event.customer(), null, NOON.plusSeconds(60));
        texts.queue(List.of(event));
        texts.queue(List.of(later));

        assertThat(about(List.of(event.order().id())).get(event.order().id()))
                .extracting(OrderMessage::at)
                .containsExactly(NOON, NOON.plusSeconds(60));
    }

    @Test
    void fallsWithTheTransactionItStoodIn() {
        OrderEvent event = placed("+254711000001");

        transaction.executeWithoutResult(status -> {
            texts.queue(List.of(event));
            status.setRollbackOnly();
        });

        assertThat(about(List.of(event.order().id()))).isEmpty();
    }

    private Map<OrderId, List<OrderMessage>> about(Collection<OrderId> orders) {
        return new RoundTrip(new JdbcTemplate(DATABASE)).answer(texts.about(orders));
    }
}
