package io.agizo.orders;

import io.agizo.catalog.PricedProduct;
import io.agizo.identity.Caller;
import io.agizo.inventory.StockLevel;
import io.agizo.shared.Shop;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells of orders what would stand in their way, and places none: customers and products that do not exist, prices that
 * differ, a reference that is taken. What is in stock is decided when an order is placed.
 */
@Component
public class TryOrders {

    /** More than all that is tried at once could ask for. */
    private static final StockLevel PLENTY = new StockLevel(Integer.MAX_VALUE, 0);

    private final MentionedInOrders mentioned;
    private final Shop shop;
    private final Clock clock;

    TryOrders(MentionedInOrders mentioned, Shop shop, Clock clock) {
        this.mentioned = mentioned;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * Tries them in their order, as the desk would.
     *
     * @return for each, in the same order, why it would be refused; empty if it would be placed
     */
    public List<Optional<OrderRefused>> each(Caller caller, List<NewOrderRequest> commands) {
        MentionedInOrders.Found found = mentioned.read(commands);
        var plenty = found.products().values().stream()
                .map(PricedProduct::id)
                .collect(Collectors.toMap(Function.identity(), product -> PLENTY));
        var decision = new BatchDecision(shop.currency(), clock.instant(), found, plenty);
        return commands.stream()
                .map(command -> Optional.ofNullable(decision.decide(caller, command)))
                .toList();
    }
}
