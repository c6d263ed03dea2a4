package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.inventory.StockMovement;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.shared.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step that an order is about to take: decided, and not yet written.
 *
 * @param after the order as it is then
 * @param event what the timeline calls it, and the ledger with {@code order-} before it
 * @param detail what the timeline says beyond that
 * @param occasion what the customer hears of it; null for nothing
 * @param stock what goes from the shelf or comes back to it, and what is promised or freed, by product
 */
record Step(
        OrderRow after,
        String event,
        @Nullable String detail,
        @Nullable Occasion occasion,
        Map<ProductId, Shift> stock) {

    /**
     * What happens to units of a product.
     *
     * @param onHand how many come to the shelf; below zero for those that go
     * @param reserved how many are promised; below zero for those that are freed
     * @param writtenOff how many came back and cannot be sold again
     */
    record Shift(int onHand, int reserved, int writtenOff) {

        static final Shift HANDED_OVER = new Shift(-1, -1, 0);
        static final Shift RESTOCKED = new Shift(1, 0, 0);
        static final Shift WRITTEN_OFF = new Shift(0, 0, 1);

        static Shift reserved(int units) {
            return new Shift(0, units, 0);
        }

        Shift times(int n) {
            return new Shift(n * onHand, n * reserved, n * writtenOff);
        }

        Shift plus(Shift other) {
            return new Shift(onHand + other.onHand, reserved + other.reserved, writtenOff + other.writtenOff);
        }

        /** What the ledger says beyond the numbers: goods that are written off move none. */
        @Nullable String words() {
            return writtenOff == 0 ? null : writtenOff + " written off";
        }
    }

    /** Frees what the order holds back. */
    static Map<ProductId, Shift> freed(HeldOrder order) {
        Map<ProductId, Shift> freed = new HashMap<>();
        order.reserved().forEach((product, units) -> freed.put(product, Shift.reserved(-units)));
        return freed;
    }

    /** Adds up what moves with the units of each line; free items move nothing. */
    static Map<ProductId, Shift> moved(Map<StoredLine, Integer> units, Shift ofOne) {
        Map<ProductId, Shift> moved = new HashMap<>();
        units.forEach((line, n) -> {
            if (line.product() != null) {
                moved.merge(line.product(), ofOne.times(n), Shift::plus);
            }
        });
        return moved;
    }

    /** As in {@code 2 × TEA-500, 1 × Gift wrap}. */
    static String words(Map<StoredLine, Integer> units) {
        return units.entrySet().stream()
                .map(each -> each.getValue() + " × " + each.getKey().goods())
                .collect(Collectors.joining(", "));
    }

    /** As in {@code 1 × TEA-500; written off}; nothing for no units. */
    static @Nullable String backWords(Map<StoredLine, Integer> units, boolean restock) {
        return units.isEmpty() ? null : words(units) + (restock ? "; back on the shelf" : "; written off");
    }

    List<StockMovement> movements(String by) {
        UUID cause = Ids.next();
        return stock.entrySet().stream()
                .map(each -> new StockMovement(
                        each.getKey(),
                        cause,
                        "order-" + event,
                        each.getValue().onHand(),
                        each.getValue().reserved(),
                        after.id().value(),
                        each.getValue().words(),
                        by))
                .toList();
    }
}
