package io.agizo.orders;

import org.jspecify.annotations.Nullable;

/** What became of a {@link CounterSale}. */
public sealed interface SaleOutcome {

    /**
     * It is in the books.
     *
     * @param order as it is now; null if it was deleted since an earlier request placed it
     * @param again whether an earlier request placed it
     */
    record Booked(OrderNumber number, @Nullable OrderView order, boolean again) implements SaleOutcome {}

    /** Somebody else rang it up: the till keeps it until they sign in again. */
    record OtherSeller() implements SaleOutcome {}

    /** The key belongs to a sale of other goods. */
    record KeyReused(OrderNumber number) implements SaleOutcome {}

    /** The shop cannot fulfil it as it is; nothing was changed. */
    record Refused(OrderRefused why) implements SaleOutcome {}
}
