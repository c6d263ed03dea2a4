package io.agizo.office.pages.counter;

import io.agizo.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale that was made, with its receipt.
 *
 * @param customer what they are called; null for a walk-in
 */
public record SaleView(
        String number,
        String status,
        Instant time,
        String seller,
        @Nullable String customer,
        List<Line> lines,
        Money total) {

    /** A line of the receipt. */
    public record Line(String item, int quantity, Money amount, Money total) {}
}
