package io.agizo.imports;

import io.agizo.customers.CustomerCode;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderView;
import io.agizo.shared.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of an order say otherwise than the order that the shop has under their reference. Their sequence makes no
 * difference, nor do a blank time and the blank price of a product, which leave it to the shop.
 */
final class OrderDifferences {

    private final OrderDraft draft;
    private final OrderView order;
    private final List<RowError> errors = new ArrayList<>();

    OrderDifferences(OrderDraft draft, OrderView order) {
        this.draft = draft;
        this.order = order;
    }

    /** None if they say the same; otherwise every row of the order has one, since none of them goes in. */
    List<RowError> errors() {
        compareCustomer();
        compareTime();
        compareLines();
        return errors.isEmpty() ? List.of() : OrderDraft.withTheOthers(draft.rows(), errors);
    }

    private void compareCustomer() {
        CustomerCode wanted = draft.command().buyer() instanceof Buyer.Known(CustomerCode code) ? code : null;
        CustomerCode present =
                order.customer() == null ? null : order.customer().code();
        if (wanted == null && present != null) {
            refuse(0, "customer", "is blank, but " + theOrder() + " has a customer");
        } else if (wanted != null && !wanted.equals(present)) {
            refuse(
                    draft.firstWith("customer"),
                    "customer",
                    "is not the customer of " + theOrder() + (present == null ? ", which has none" : ""));
        }
    }

    private void compareTime() {
        Instant time = draft.command().time();
        if (time != null
                && !time.truncatedTo(ChronoUnit.MICROS).equals(order.time().truncatedTo(ChronoUnit.MICROS))) {
            refuse(draft.firstWith("time"), "time", "is not the time of " + theOrder() + ", which is " + order.time());
        }
    }

    private void compareLines() {
        NewOrderRequest command = draft.command();
        List<OrderView.Line> left = new ArrayList<>(order.lines());
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            Line line = command.lines().get(i);
            if (take(left, present -> isSame(line, present)) == null) {
                differing.add(i);
            }
        }
        for (int row : differing) {
            Line line = command.lines().get(row);
            OrderView.Line present = take(left, other -> areSameGoods(line, other));
            if (present == null) {
                refuse(row, goodsColumn(line), "is on no such line of " + theOrder());
            } else if (present.quantity() != line.quantity()) {
                refuse(row, "quantity", "is " + line.quantity() + ", but " + present.quantity() + " in " + theOrder());
            } else {
                refuse(
                        row,
                        "amount",
                        "is not the price in " + theOrder() + ", which is "
                                + present.amount().plain());
            }
        }
        left.forEach(line -> refuse(
                0,
                "reference",
                "leaves out " + line.quantity() + " of “" + goods(line) + "”, which are in " + theOrder()));
    }

    private static OrderView.@Nullable Line take(List<OrderView.Line> lines, Predicate<OrderView.Line> wanted) {
        Optional<OrderView.Line> found = lines.stream().filter(wanted).findFirst();
        found.ifPresent(lines::remove);
        return found.orElse(null);
    }

    private static boolean isSame(Line line, OrderView.Line present) {
        Money amount = switch (line) {
            case Line.OfProduct product -> product.shownPrice();
            case Line.OfItem item -> item.amount();
        };
        return areSameGoods(line, present)
                && line.quantity() == present.quantity()
                && (amount == null || amount.equals(present.amount()));
    }

    private static boolean areSameGoods(Line line, OrderView.Line present) {
        return switch (line) {
            case Line.OfProduct product -> product.sku().equals(present.sku());
            case Line.OfItem item -> present.sku() == null && item.item().equals(present.item());
        };
    }

    private static String goodsColumn(Line line) {
        return line instanceof Line.OfProduct ? "sku" : "item";
    }

    private static String goods(OrderView.Line line) {
        return line.sku() == null ? line.item() : line.sku().value();
    }

    private String theOrder() {
        return "order " + order.number() + ", placed before under this reference";
    }

    private void refuse(int line, String column, String message) {
        errors.add(new RowError(draft.rows().get(line).number(), column, message));
    }
}
