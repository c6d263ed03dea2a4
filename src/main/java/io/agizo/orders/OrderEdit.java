package io.agizo.orders;

import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of an order; null leaves a thing as it is.
 *
 * @param lines the lines that the order has from now on, 1 to {@value NewOrderRequest#MOST_LINES}
 * @param time when it was ordered
 */
public record OrderEdit(
        @Nullable List<Line> lines,
        @Nullable String note,
        @Nullable Instant time) {

    public OrderEdit {
        lines = lines == null ? null : List.copyOf(lines);
    }

    /** One of the lines. */
    public sealed interface Line {

        /**
         * A line that the order has, known by its number; null leaves a thing as it is.
         *
         * @param sku only compared, as a line stays of the product it is of
         * @param item only compared where the line is of a product
         * @param amount only compared where the line is of a product: it keeps the price it was ordered at
         */
        record Kept(
                int lineNumber,
                @Nullable Sku sku,
                @Nullable String item,
                @Nullable Money amount,
                @Nullable Integer quantity)
                implements Line {}

        /** A line as a new order would have it; if the order has one of the same goods, this is that line. */
        record Given(NewOrderRequest.Line line) implements Line {}
    }
}
