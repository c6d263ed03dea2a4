package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an order stands, and the only steps it can take from there. */
public enum OrderStatus {
    PENDING,
    ACCEPTED,
    REJECTED,
    FULFILLED,
    CANCELLED,
    RETURNED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The whole transition table. */
    public Set<OrderStatus> next() {
        return switch (this) {
            case PENDING -> Set.of(ACCEPTED, REJECTED, CANCELLED);
            case ACCEPTED -> Set.of(FULFILLED, CANCELLED);
            case FULFILLED -> Set.of(RETURNED);
            case REJECTED, CANCELLED, RETURNED -> Set.of();
        };
    }

    boolean canBecome(OrderStatus other) {
        return next().contains(other);
    }

    /** Whether an order that gets here gives the stock it reserved back to the shelf. */
    boolean freesStock() {
        return this == REJECTED || this == CANCELLED;
    }

    /** Whether there is something left to change or to hand over, for which stock is held back. */
    boolean isOpen() {
        return this == PENDING || this == ACCEPTED;
    }

    /** Reads a status as {@link #word} writes it. */
    public static OrderStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findAny()
                .orElseThrow(() -> new InvalidInput("must be one of "
                        + Arrays.stream(values()).map(OrderStatus::word).collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String word() {
        return word;
    }
}
