package io.agizo.notifications;

import io.agizo.orders.OrderId;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text about an order, about to be queued.
 *
 * @param occasion what it is about, so that an order is texted about it once
 * @param refusal why it is written down only, and never sent; null for any other
 * @param trace the leg of a trace from which its sender goes on; null if it is not followed
 */
record NewText(
        UUID id,
        OrderId order,
        String occasion,
        PhoneNumber to,
        String body,
        Instant at,
        @Nullable String refusal,
        @Nullable String trace) {

    /** What the shop says of texts to numbers that would cost it many times as much as one to a telephone. */
    static final String COSTS_TOO_MUCH =
            "The shop does not text this number, since that costs more than a text to a telephone.";

    static NewText to(
            PhoneNumber phone,
            UUID id,
            OrderId order,
            String occasion,
            String body,
            Instant at,
            @Nullable String trace) {
        return new NewText(id, order, occasion, phone, body, at, refusalOf(phone), trace);
    }

    /** Why nothing is texted to the number, whoever wants it; null for a usual one. */
    static @Nullable String refusalOf(PhoneNumber phone) {
        return phone.costsTheUsual() ? null : COSTS_TOO_MUCH;
    }

    MessageStatus status() {
        return refusal == null ? MessageStatus.QUEUED : MessageStatus.FAILED;
    }
}
