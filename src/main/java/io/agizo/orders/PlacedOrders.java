package io.agizo.orders;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Orders as they are now, for those who compare them with what they were to place; asks for no permission. */
@Component
public class PlacedOrders {

    private final OrderStore store;
    private final OrderViews views;

    PlacedOrders(OrderStore store, OrderViews views) {
        this.store = store;
        this.views = views;
    }

    /** Those that were not deleted. */
    public Map<OrderNumber, OrderView> byNumber(Collection<OrderNumber> numbers) {
        return views.of(store.byNumber(numbers)).stream()
                .collect(Collectors.toMap(OrderView::number, Function.identity()));
    }
}
