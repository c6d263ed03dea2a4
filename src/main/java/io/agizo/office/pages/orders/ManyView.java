package io.agizo.office.pages.orders;

import io.agizo.pages.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step with many orders as it goes on, and what came of it.
 *
 * @param state {@code queued}, {@code running}, {@code done}, {@code stopped} or {@code failed}
 * @param refusals why orders stay as they were, for the first of them
 * @param back where the list is
 */
public record ManyView(
        String id,
        String action,
        @Nullable String reason,
        String state,
        int total,
        int done,
        int refused,
        int left,
        boolean ended,
        List<Refusal> refusals,
        String back) {

    /** An order that stays as it was. */
    public record Refusal(String number, Message why) {}
}
