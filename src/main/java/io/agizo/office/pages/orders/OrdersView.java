package io.agizo.office.pages.orders;

import io.agizo.pages.Message;
import io.agizo.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of orders as it is shown.
 *
 * @param tabs all orders, and those of each status
 * @param views the saved ones
 * @param view the saved one that is looked at
 * @param changed whether something else is asked for than that view does
 * @param odd what the address says that the shop does not know
 * @param matching how many orders match in all
 * @param next the cursor under which the list goes on
 * @param key makes a second press of the same buttons one
 */
public record OrdersView(
        ListQuery query,
        List<Tab> tabs,
        List<ViewTab> views,
        @Nullable ViewTab view,
        boolean changed,
        List<Message> odd,
        List<Row> rows,
        Count matching,
        @Nullable String next,
        boolean filtered,
        String key) {

    /** So many, or at least so many. */
    public record Count(int orders, boolean more) {}

    /**
     * A way to the orders of a status.
     *
     * @param status its word; empty for all
     */
    public record Tab(String status, String address, Count count, boolean present) {}

    /** A way to a saved view. */
    public record ViewTab(String id, String name, String address, Count count, boolean shared, boolean mayChange) {}

    /**
     * One order.
     *
     * @param items its first lines, each with its units
     * @param more how many lines it has besides
     * @param by who took the last step with it
     * @param steps what the reader may do with it now: {@code accept}, {@code reject}, {@code fulfil}
     * @param fits whether it is one of those that the list asks for
     * @param refusal why it did not take the step that was just asked for
     */
    public record Row(
            String number,
            @Nullable String customer,
            List<String> items,
            int more,
            Money total,
            Instant at,
            Message age,
            String status,
            String by,
            List<String> steps,
            boolean fits,
            @Nullable Message refusal) {

        public boolean may(String step) {
            return steps.contains(step);
        }

        Row refused(@Nullable Message why) {
            return new Row(number, customer, items, more, total, at, age, status, by, steps, fits, why);
        }
    }

    /** Rows of the same list, without the page around them. */
    public record Rows(ListQuery query, List<Tab> tabs, List<Row> rows) {

        Rows refused(Map<String, Message> refusals) {
            return new Rows(
                    query,
                    tabs,
                    rows.stream()
                            .map(row -> row.refused(refusals.get(row.number())))
                            .toList());
        }
    }
}
