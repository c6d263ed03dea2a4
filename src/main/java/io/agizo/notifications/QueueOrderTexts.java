package io.agizo.notifications;

import io.agizo.customers.CustomerView;
import io.agizo.orders.OrderEvent;
import io.agizo.orders.OrderId;
import io.agizo.orders.OrderMessage;
import io.agizo.orders.OrderTexts;
import io.agizo.queries.Query;
import io.agizo.shared.Ids;
import io.agizo.workers.Doorbell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Queues what customers are texted about their orders, in the order's own transaction. */
@Component
final class QueueOrderTexts implements OrderTexts {

    private static final String WITHDRAWN = "The order was voided before this went out.";

    private final Wording wording;
    private final MessageStore store;
    private final Doorbell doorbell;

    QueueOrderTexts(Wording wording, MessageStore store, Doorbell doorbell) {
        this.wording = wording;
        this.store = store;
        this.doorbell = doorbell;
    }

    @Override
    public Map<OrderId, List<OrderMessage>> queue(List<OrderEvent> events) {
        List<NewText> texts = new ArrayList<>(events.size());
        for (OrderEvent event : events) {
            CustomerView customer = event.customer();
            if (customer != null && customer.phone() != null) {
                String body = wording.of(event, customer.locale());
                texts.add(NewText.to(
                        customer.phone(),
                        Ids.next(),
                        event.order().id(),
                        event.key(),
                        body,
                        event.at(),
                        event.trace()));
            }
        }
        if (texts.isEmpty()) {
            return Map.of();
        }
        doorbell.ringAfterCommit();
        return byOrder(store.insert(texts));
    }

    @Override
    public @Nullable String words(OrderEvent event) {
        CustomerView customer = event.customer();
        return customer == null || customer.phone() == null || NewText.refusalOf(customer.phone()) != null
                ? null
                : wording.of(event, customer.locale());
    }

    @Override
    public void withdraw(OrderId order) {
        store.withdraw(order, WITHDRAWN);
    }

    private static Map<OrderId, List<OrderMessage>> byOrder(List<NewText> queued) {
        Map<OrderId, List<OrderMessage>> texts = HashMap.newHashMap(queued.size());
        for (NewText text : queued) {
            texts.computeIfAbsent(text.order(), order -> new ArrayList<>(1))
                    .add(new OrderMessage(text.at(), text.to(), text.status().word()));
        }
        return texts;
    }

    @Override
    public Query<Map<OrderId, List<OrderMessage>>> about(Collection<OrderId> orders) {
        return store.about(orders);
    }
}
