package io.agizo.orders;

import io.agizo.catalog.PriceList;
import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.Stock;
import io.agizo.inventory.StockLevel;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.Step.Shift;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a pending or accepted order is about; stock and total follow. Needs {@code orders:edit}. */
@Component
public class EditOrder {

    private final OrderSteps steps;
    private final OrderLineStore store;
    private final PriceList prices;
    private final Stock stock;
    private final Shop shop;
    private final Clock clock;

    EditOrder(OrderSteps steps, OrderLineStore store, PriceList prices, Stock stock, Shop shop, Clock clock) {
        this.steps = steps;
        this.store = store;
        this.prices = prices;
        this.stock = stock;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * Changes all that the edit names, or nothing. Only the difference of each product's units is taken from what is
     * available or given back. The customer hears of it if the total is another one. An edit that leaves exactly what is
     * handed over fulfils the order, and the customer hears of that instead. One that changes nothing leaves no trace.
     *
     * @throws InvalidInput if the edit speaks of lines that the order does not have, or wants less of one than is handed over
     */
    @Transactional
    public Decision edit(Caller caller, OrderNumber number, @Nullable Integer expectedVersion, OrderEdit edit) {
        caller.must(Permission.ORDERS_EDIT);
        HeldOrder order = steps.hold(number, expectedVersion);
        return switch (draft(order, edit)) {
            case Draft.Impossible no -> no.why();
            case Draft.Possible draft -> write(caller, order, draft);
        };
    }

    /** What the edit would make of the order, but for what the shelf holds. */
    sealed interface Draft {

        record Impossible(Decision why) implements Draft {}

        /**
         * The order as it would be.
         *
         * @param fulfils whether it leaves exactly what the customer has
         * @param occasion what the customer hears of it; null for nothing
         * @param shifts what is promised or freed
         */
        record Possible(
                OrderRow after,
                List<StoredLine> lines,
                boolean fulfils,
                @Nullable Occasion occasion,
                Map<ProductId, Shift> shifts)
                implements Draft {}
    }

    Draft draft(HeldOrder order, OrderEdit edit) {
        OrderRow row = order.row();
        if (!row.status().isOpen()) {
            return new Draft.Impossible(new Decision.NotEditable(row.number(), row.status()));
        }
        Instant time = edit.time() == null ? row.time() : OrderTime.checked(edit.time(), clock.instant());
        LineEdits edits = new LineEdits(order.lines(), productsOf(edit));
        OrderRefused refused = edit.lines() == null ? null : edits.apply(edit.lines());
        if (refused != null) {
            return new Draft.Impossible(new Decision.Refused(refused));
        }
        List<StoredLine> lines = edit.lines() == null ? order.lines() : edits.lines();
        Money total = total(lines);
        if (total == null) {
            return new Draft.Impossible(new Decision.Refused(new TotalTooLarge()));
        }
        OrderRow after = row.edited(total, edit.note() == null ? row.note() : edit.note(), time);
        boolean fulfils = leavesWhatTheCustomerHas(order, lines);
        Occasion changed = total.equals(row.total()) ? null : Occasion.EDITED;
        return new Draft.Possible(
                after,
                lines,
                fulfils,
                fulfils ? Occasion.FULFILLED : changed,
                shifts(order.reserved(), HeldOrder.reserved(lines)));
    }

    private Decision write(Caller caller, HeldOrder order, Draft.Possible draft) {
        String changes = EditWords.of(order, draft.after(), draft.lines());
        if (changes.isEmpty()) {
            return new Decision.Taken(steps.shown(order.row()));
        }
        if (!draft.fulfils()) {
            order.requireRoom();
        }
        Decision tooFew = shortage(order, draft);
        if (tooFew != null) {
            return tooFew;
        }
        store.replace(draft.after().id(), draft.lines());
        OrderRow after = draft.fulfils() ? draft.after().in(OrderStatus.FULFILLED) : draft.after();
        Occasion event = draft.fulfils() ? Occasion.FULFILLED : Occasion.EDITED;
        return steps.taken(caller, new Step(after, event.word(), changes, draft.occasion(), draft.shifts()));
    }

    /** If all that was handed over came back, there is nothing to fulfil the order with: it stays open. */
    private static boolean leavesWhatTheCustomerHas(HeldOrder order, List<StoredLine> lines) {
        return order.canBecome(OrderStatus.FULFILLED)
                && lines.stream().allMatch(line -> line.left() == 0)
                && lines.stream().anyMatch(line -> line.kept() > 0);
    }

    private Map<Sku, PricedProduct> productsOf(OrderEdit edit) {
        Set<Sku> skus = new HashSet<>();
        for (OrderEdit.Line line : Objects.requireNonNullElse(edit.lines(), List.<OrderEdit.Line>of())) {
            if (line instanceof OrderEdit.Line.Given(NewOrderRequest.Line.OfProduct product)) {
                skus.add(product.sku());
            }
        }
        return prices.bySku(skus);
    }

    /** Null if it is more than the shop can write. */
    private @Nullable Money total(List<StoredLine> lines) {
        Money total = Money.zero(shop.currency());
        try {
            for (StoredLine line : lines) {
                total = total.plus(line.line().total());
            }
        } catch (InvalidInput tooMuchMoney) {
            return null;
        }
        return total;
    }

    private static Map<ProductId, Shift> shifts(Map<ProductId, Integer> before, Map<ProductId, Integer> after) {
        Map<ProductId, Shift> shifts = new HashMap<>();
        Set<ProductId> products = new HashSet<>(before.keySet());
        products.addAll(after.keySet());
        for (ProductId product : products) {
            int more = after.getOrDefault(product, 0) - before.getOrDefault(product, 0);
            if (more != 0) {
                shifts.put(product, Shift.reserved(more));
            }
        }
        return shifts;
    }

    /** Locks the levels, and finds the first line of a product of which more is wanted than is available. */
    @Nullable Decision shortage(HeldOrder order, Draft.Possible draft) {
        List<StoredLine> lines = draft.lines();
        Map<ProductId, Shift> shifts = draft.shifts();
        Map<ProductId, StockLevel> levels = stock.lock(shifts.keySet());
        for (int i = 0; i < lines.size(); i++) {
            ProductId product = lines.get(i).product();
            Sku sku = lines.get(i).line().sku();
            Shift shift = product == null ? null : shifts.get(product);
            if (product == null || sku == null || shift == null) {
                continue;
            }
            StockLevel level = levels.get(product);
            int available = level == null ? 0 : level.available();
            if (shift.reserved() > available) {
                return new Decision.Refused(
                        new OutOfStock(i, sku, units(lines, product), units(order.lines(), product) + available));
            }
        }
        return null;
    }

    private static int units(List<StoredLine> lines, ProductId product) {
        return lines.stream()
                .filter(line -> product.equals(line.product()))
                .mapToInt(line -> line.line().quantity())
                .sum();
    }
}
