package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a job over many orders has come, and what became of each.
 *
 * @param total how many orders there were when it was asked for
 * @param done how many of them took the step
 * @param refused how many stay as they were
 * @param refusals why, for the first {@value #MOST_REFUSALS} of those
 */
public record ManyOrdersReport(
        ManyOrdersId id,
        OrderAction action,
        @Nullable String reason,
        State state,
        int total,
        int done,
        int refused,
        List<Refusal> refusals,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @JsonIgnore int version)
        implements Versioned {

    /** As many as a person goes through one by one. */
    static final int MOST_REFUSALS = 200;

    public ManyOrdersReport {
        refusals = List.copyOf(refusals);
    }

    ManyOrdersReport with(List<Refusal> found) {
        return new ManyOrdersReport(
                id, action, reason, state, total, done, refused, found, askedAt, finishedAt, version);
    }

    public boolean ended() {
        return finishedAt != null;
    }

    /** How many orders nothing has been done about. */
    public int left() {
        return total - done - refused;
    }

    /**
     * An order that stays as it was.
     *
     * @param message why, in words for people
     * @param present where it stands instead; with who took it there and when, as far as that is the reason
     */
    public record Refusal(
            OrderNumber number,
            Why why,
            String message,
            @Nullable OrderStatus present,
            @Nullable String by,
            @Nullable Instant at) {

        Refusal signedAs(String shown) {
            return new Refusal(number, why, message, present, shown, at);
        }
    }

    /** Why an order stays as it was. */
    public enum Why {
        /** It stands where that step cannot be taken. */
        ILLEGAL_TRANSITION,
        /** The customer has a part of it. */
        PARTLY_FULFILLED,
        /** There is no such order, or no longer. */
        NOT_FOUND,
        /** The books do not allow it. */
        CONFLICT,
        /** Something went wrong on our side with this order. */
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where a job stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        /** Whoever asked for it may not do it any more; what is left stays as it is. */
        STOPPED,
        /** It failed too often; what is left stays as it is. */
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
