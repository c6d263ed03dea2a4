package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.identity.Permission;
import io.agizo.shared.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A step that can be taken with many orders at once. */
public enum OrderAction {
    ACCEPT(OrderStatus.ACCEPTED, Permission.ORDERS_DECIDE),
    REJECT(OrderStatus.REJECTED, Permission.ORDERS_DECIDE),
    FULFIL(OrderStatus.FULFILLED, Permission.ORDERS_FULFIL),
    CANCEL(OrderStatus.CANCELLED, Permission.ORDERS_CANCEL);

    private final OrderStatus leadsTo;
    private final Permission permission;

    OrderAction(OrderStatus leadsTo, Permission permission) {
        this.leadsTo = leadsTo;
        this.permission = permission;
    }

    /** Where an order stands after it. */
    public OrderStatus leadsTo() {
        return leadsTo;
    }

    /** What it takes. */
    public Permission permission() {
        return permission;
    }

    /** Reads an action as {@link #word} writes it. */
    public static OrderAction of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findAny()
                .orElseThrow(() -> new InvalidInput("must be one of "
                        + Arrays.stream(values()).map(OrderAction::word).collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
