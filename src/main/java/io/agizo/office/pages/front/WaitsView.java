package io.agizo.office.pages.front;

import io.agizo.pages.Message;
import io.agizo.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be dealt with, as far as the reader may see it; each part is null where they may not.
 *
 * @param pending orders to accept or reject
 * @param accepted orders to hand over
 * @param shelf products that shoppers cannot order any more, or soon cannot
 * @param texts those that did not get through
 */
public record WaitsView(
        @Nullable Orders pending,
        @Nullable Orders accepted,
        @Nullable Shelf shelf,
        @Nullable Texts texts) {

    /** How many orders wait for a decision, for the title of the page. */
    public long pendingCount() {
        return pending == null ? 0 : pending.count();
    }

    /** Whether nothing waits at all. */
    public boolean isEmpty() {
        return (pending == null || pending.rows().isEmpty())
                && (accepted == null || accepted.rows().isEmpty())
                && (shelf == null || shelf.rows().isEmpty())
                && (texts == null || texts.isEmpty());
    }

    /** Whether the reader may see nothing of it. */
    public boolean isBlind() {
        return pending == null && accepted == null && shelf == null && texts == null;
    }

    /**
     * Products that ran low or out, the worst first.
     *
     * @param count of all of them, also those that are not shown
     */
    public record Shelf(int count, List<Product> rows) {}

    /** One product, and how many of it can still be ordered. */
    public record Product(String sku, String name, int available) {}

    /**
     * Orders of one status, those that have waited longest first.
     *
     * @param count of all of them, also those that are not shown
     * @param may whether the reader may take the next step with them
     */
    public record Orders(long count, List<Order> rows, boolean may) {}

    /**
     * One order.
     *
     * @param who ordered it; null for a walk-in
     * @param what its first lines
     * @param age how long ago it was placed
     */
    public record Order(String number, @Nullable String who, String what, Money total, Message age) {}

    /**
     * Texts that did not get through lately.
     *
     * @param held why no text goes out at the moment; null if they do
     * @param may whether the reader may have one sent again
     */
    public record Texts(@Nullable String held, List<Text> rows, boolean may) {

        boolean isEmpty() {
            return held == null && rows.isEmpty();
        }
    }

    /**
     * One text.
     *
     * @param to the number; null once the customer is erased
     * @param status the word of the contract
     * @param reason as the gateway gave it
     * @param order the number of the order it is about
     */
    public record Text(
            String id,
            @Nullable String to,
            String status,
            @Nullable String reason,
            @Nullable String order) {}
}
