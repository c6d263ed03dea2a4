package io.agizo.orders;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Translates between the ids that other modules keep and the numbers that people see. */
@Component
public class OrderNumbers {

    private final OrderStore store;

    OrderNumbers(OrderStore store) {
        this.store = store;
    }

    public Map<OrderId, OrderNumber> of(Collection<OrderId> orders) {
        return store.numbers(orders);
    }

    public Optional<OrderId> find(OrderNumber number) {
        return store.find(number).map(OrderRow::id);
    }
}
