package io.agizo.office.pages.counter;

import io.agizo.pages.Form;
import io.agizo.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The counter as it is shown: the till, and for browsers without scripts a form with the sale as it was typed.
 *
 * @param key of the sale that the form is for
 * @param lines as many as were typed, and a few to go on
 * @param total what those come to that are known; null if none is
 * @param till what its scripts need to know, as JSON
 */
public record CounterView(
        Form form,
        String key,
        List<Row> lines,
        @Nullable Money total,
        boolean mayHandOver,
        boolean maySearchCustomers,
        String till) {

    /**
     * A line that is typed.
     *
     * @param product what the SKU means; null if nothing, or nothing yet
     */
    public record Row(String sku, String quantity, @Nullable Product product) {}

    /** A product with the price that is charged unless it changes meanwhile. */
    public record Product(String name, Money price) {}
}
