package io.agizo.office.pages.order;

import io.agizo.orders.OrderView;
import io.agizo.orders.PrintKind;
import io.agizo.pages.QrCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document for the printer.
 *
 * @param sheets one for each order, for slips and receipts
 * @param picks what is to be fetched from the shelf for all of them, for a pick list
 * @param numbers of the orders, with commas between
 * @param part where it stands among several documents, or null if it is all there is
 * @param back where to go afterwards
 * @param printsAtOnce whether the dialogue of the printer opens by itself
 */
public record PaperView(
        PrintKind what,
        Paper paper,
        List<Sheet> sheets,
        List<Pick> picks,
        String numbers,
        @Nullable Part part,
        String back,
        boolean printsAtOnce) {

    public PaperView {
        sheets = List.copyOf(sheets);
        picks = List.copyOf(picks);
    }

    /**
     * A document out of several, since one press prints so many orders and no more.
     *
     * @param filter that all orders of all the documents match
     * @param before how many orders the documents before hold
     * @param last the place of its last order among them
     * @param more whether even more match
     * @param cursor where the next document begins, and {@code next} the way there; null on the last
     */
    public record Part(
            String filter,
            int before,
            int last,
            int matching,
            boolean more,
            @Nullable String cursor,
            @Nullable String next) {}

    /** The order on paper, with a picture of its number that the search field reads from a scanner. */
    public record Sheet(OrderView order, QrCode code) {

        static Sheet of(OrderView order) {
            return new Sheet(order, QrCode.of(order.number().value()));
        }
    }

    /**
     * What is to be fetched of one thing.
     *
     * @param category empty for what has none
     * @param sku empty for what is not in the catalogue
     * @param orders the numbers of the orders that it is for
     */
    public record Pick(String category, String item, String sku, int units, List<String> orders) {

        public Pick {
            orders = List.copyOf(orders);
        }
    }
}
