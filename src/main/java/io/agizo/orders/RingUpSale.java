package io.agizo.orders;

import io.agizo.api.IdempotencyKey;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.CounterSale.RungUp;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rings up a sale at the counter: an order that is placed and accepted, or handed over, in one transaction. Needs {@code
 * orders:place}, {@code orders:decide} and, to hand over, {@code orders:fulfil}.
 *
 * <p>The order is placed under a reference made of its key and its seller, and so once for good: a till that finds its line
 * again after weeks sends what it has, and answers kept under idempotency keys are forgotten long before.
 */
@Component
public class RingUpSale {

    private static final byte[] NO_INPUT = {};

    private final OrderDesk desk;
    private final PlacedOrders orders;
    private final Clock clock;

    RingUpSale(OrderDesk desk, PlacedOrders orders, Clock clock) {
        this.desk = desk;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Places the sale, or tells what it became when it was sent before.
     *
     * @throws InvalidInput if no state of the shop could make it right
     */
    public SaleOutcome ring(Caller caller, CounterSale sale) {
        caller.must(Permission.ORDERS_PLACE);
        if (sale.seller() != null && !sale.seller().equals(caller.id())) {
            return new SaleOutcome.OtherSeller();
        }
        NewOrderRequest order = order(sale, "till-" + id(caller, sale.key()));
        return switch (desk.place(caller, order)) {
            case Placed(OrderView placed) -> new SaleOutcome.Booked(placed.number(), placed, false);
            case AlreadyPlaced(String reference, OrderNumber number) -> known(order, number);
            case OrderRefused refused -> new SaleOutcome.Refused(refused);
        };
    }

    private NewOrderRequest order(CounterSale sale, String reference) {
        Instant now = clock.instant();
        RungUp rungUp = sale.rungUp();
        return new NewOrderRequest(
                sale.buyer(),
                sale.lines(),
                rungUp == null ? null : rungUp.corrected(now),
                sale.note(),
                reference,
                sale.texted(),
                sale.reached(),
                rungUp == null ? null : rungUp.remark(now));
    }

    /** Names a sale for good; two sellers may have one key. */
    static UUID id(Caller caller, String key) {
        Optional<IdempotencyKey> known = key.length() > CounterSale.LONGEST_KEY
                ? Optional.empty()
                : IdempotencyKey.of(caller.id(), key, "counter-sale", NO_INPUT);
        return known.orElseThrow(() -> new InvalidInput("/key", "must be 1 to 64 visible ASCII characters"))
                .id();
    }

    private SaleOutcome known(NewOrderRequest sale, OrderNumber number) {
        @Nullable OrderView order = orders.byNumber(List.of(number)).get(number);
        return order != null && order.version() == sale.steps().size() && !isOf(order, sale.lines())
                ? new SaleOutcome.KeyReused(number)
                : new SaleOutcome.Booked(number, order, true);
    }

    private static boolean isOf(OrderView order, List<Line> lines) {
        return order.lines().size() == lines.size()
                && IntStream.range(0, lines.size())
                        .allMatch(i -> isOf(order.lines().get(i), lines.get(i)));
    }

    private static boolean isOf(OrderView.Line line, Line wanted) {
        return line.quantity() == wanted.quantity()
                && switch (wanted) {
                    case Line.OfProduct product -> product.sku().equals(line.sku());
                    case Line.OfItem item -> line.sku() == null && item.item().equals(line.item());
                };
    }
}
