package io.agizo.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written down about a text after a try.
 *
 * @param attempts how many tries count, this one included unless the gateway refused to try
 * @param dueAt when it is tried again; null for never
 */
record Verdict(
        ClaimedText text,
        MessageStatus status,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable String gatewayId,
        @Nullable String cost,
        @Nullable String detail) {

    static Verdict taken(ClaimedText text, Fate.Taken taken, Instant now) {
        return new Verdict(text, MessageStatus.SENT, text.attempt(), null, now, taken.gatewayId(), taken.cost(), null);
    }

    static Verdict notTaken(ClaimedText text, MessageStatus status, @Nullable Instant dueAt, String detail) {
        return new Verdict(text, status, text.attempt(), dueAt, null, null, null, detail);
    }

    /** The try was none: the text is due again as if nothing had been. */
    static Verdict held(ClaimedText text, Instant now, String detail) {
        return new Verdict(text, MessageStatus.QUEUED, text.attempt() - 1, now, null, null, null, detail);
    }
}
