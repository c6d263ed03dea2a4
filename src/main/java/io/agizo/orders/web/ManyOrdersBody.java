package io.agizo.orders.web;

import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderSort;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.ReadOrders;
import io.agizo.orders.StepManyOrders.Which;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With which orders a step is to be taken.
 *
 * @param numbers of the orders, or else:
 * @param all the filter that they match
 * @param reason what the customers read, for a rejection or a cancellation
 */
record ManyOrdersBody(
        @Nullable @Size(min = 1, max = MOST_NUMBERS, message = "must hold 1 to {max} numbers") List<@NotNull(message = "must be a number") String> numbers,

        @Nullable Matching all,

        @Nullable @Size(max = 200, message = "must be at most {max} characters long") String reason) {

    /** As many as fit into a body easily; more are asked for by a filter. */
    static final int MOST_NUMBERS = 10_000;

    /** What the list of orders can be narrowed by, with the same meaning; {@code {}} is every order. */
    @Schema(name = "OrdersMatching")
    record Matching(
            @Nullable OrderStatus status,
            @Nullable String customer,
            @Nullable String q,
            @Nullable String from,
            @Nullable String to,
            @Nullable BigDecimal minTotal,
            @Nullable BigDecimal maxTotal) {

        ReadOrders.Wanted wanted(Shop shop) {
            String word = status == null ? null : status.word();
            return new OrderQuery(word, customer, q, from, to, null, null, null)
                    .wanted(AmountRange.of("Total", minTotal, maxTotal, shop.currency()), OrderSort.OLDEST, shop);
        }
    }

    Which which(Shop shop) {
        if (all == null && numbers != null) {
            List<OrderNumber> read = new ArrayList<>();
            for (String number : numbers) {
                read.add(InvalidInput.at("/numbers/" + read.size(), () -> OrderNumber.parse(number)));
            }
            return new Which.Numbered(read);
        }
        if (all == null || numbers != null) {
            throw new InvalidInput("/numbers", "is required, or all with a filter in its place");
        }
        return new Which.Matching(InvalidInput.at("/all", () -> all.wanted(shop)));
    }
}
