package io.agizo.orders;

import io.agizo.customers.Contact;
import io.agizo.customers.CustomerCode;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to order something, whichever door it came through.
 *
 * @param buyer null for a walk-in sale without personal data
 * @param lines 1 to {@value #MOST_LINES}
 * @param time when it was ordered; null for now
 * @param reference the sender's own name for it, under which it is placed once; null if it has none
 * @param texted whether the customer hears of it
 * @param reached how far the order is taken in the same moment: pending, accepted, or handed over
 * @param remark what its timeline says beyond the steps; null for nothing
 */
public record NewOrderRequest(
        @Nullable Buyer buyer,
        List<Line> lines,
        @Nullable Instant time,
        String note,
        @Nullable String reference,
        boolean texted,
        OrderStatus reached,
        @Nullable String remark)
        implements Wish {

    public static final int MOST_LINES = 200;
    public static final int MOST_UNITS = 100_000;
    public static final int LONGEST_NOTE = 1000;
    public static final int LONGEST_ITEM = 200;
    public static final int LONGEST_REFERENCE = 100;

    public NewOrderRequest {
        lines = List.copyOf(lines);
        if (!steps(reached).contains(reached)) {
            throw new IllegalArgumentException("no order begins as " + reached);
        }
    }

    /** An order that waits for the shop's decision. */
    public NewOrderRequest(
            @Nullable Buyer buyer,
            List<Line> lines,
            @Nullable Instant time,
            String note,
            @Nullable String reference,
            boolean texted) {
        this(buyer, lines, time, note, reference, texted, OrderStatus.PENDING, null);
    }

    /** The states that it goes through in the same moment, in their order. */
    List<OrderStatus> steps() {
        return steps(reached);
    }

    private static List<OrderStatus> steps(OrderStatus reached) {
        List<OrderStatus> usual = List.of(OrderStatus.PENDING, OrderStatus.ACCEPTED, OrderStatus.FULFILLED);
        return usual.subList(0, usual.indexOf(reached) + 1);
    }

    /** Who the order is for. */
    public sealed interface Buyer {

        /** A customer the shop knows by code. */
        record Known(CustomerCode code) implements Buyer {}

        /** Someone who gives a name and perhaps a phone; found by the phone or recorded anew. */
        record Introduced(Contact contact) implements Buyer {}
    }

    /** One line: so many units of something. */
    public sealed interface Line {

        int quantity();

        /**
         * A product of the catalogue, at the catalogue's price.
         *
         * @param shownPrice what the sender believes one unit costs: only compared, never charged; null if nothing is believed
         */
        record OfProduct(Sku sku, int quantity, @Nullable Money shownPrice) implements Line {}

        /** Something outside the catalogue, with its own price for a unit; takes no stock. */
        record OfItem(String item, Money amount, int quantity) implements Line {}
    }
}
