package io.agizo.office.pages.products;

import io.agizo.inventory.MovementView;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A movement of the ledger, to be read.
 *
 * @param key of the words for what happened
 * @param reasonKey of the words for the reason, if it is a ready-made one
 * @param reason in the words that were given, if it is not
 * @param order the number of the order it belongs to, if any
 */
public record LedgerLine(
        Instant at,
        String key,
        @Nullable String reasonKey,
        @Nullable String reason,
        int onHand,
        int reserved,
        @Nullable String order,
        String by) {

    private static final Set<String> KNOWN = Set.of(
            "opening",
            "adjustment",
            "count",
            "order-placed",
            "order-rejected",
            "order-cancelled",
            "order-edited",
            "order-part-fulfilled",
            "order-fulfilled",
            "order-part-returned",
            "order-returned",
            "order-voided");

    static LedgerLine of(MovementView movement) {
        String reason = movement.reason();
        String readyMade = reason == null ? "" : reason.replace(' ', '-');
        String known = null;
        if (ProductPageView.REASONS.contains(readyMade)) {
            known = "products.reason." + readyMade;
        } else if (reason != null && reason.startsWith("upload ")) {
            known = "products.reason.upload";
        }
        return new LedgerLine(
                movement.at(),
                "products.moved." + (KNOWN.contains(movement.cause()) ? movement.cause() : "other"),
                known,
                known == null ? reason : null,
                movement.onHandDelta(),
                movement.reservedDelta(),
                movement.order(),
                movement.by());
    }
}
