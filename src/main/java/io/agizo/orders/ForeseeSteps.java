package io.agizo.orders;

import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.shared.TextLanguage;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says before it is done what may be done to an order, and what the customer will read. Needs {@code orders:read}. */
@Component
public class ForeseeSteps {

    private final CustomerDirectory customers;
    private final TextCustomers textCustomers;
    private final Clock clock;

    ForeseeSteps(CustomerDirectory customers, TextCustomers textCustomers, Clock clock) {
        this.customers = customers;
        this.textCustomers = textCustomers;
        this.clock = clock;
    }

    /** The steps that the order's state and the caller's permissions allow. */
    public Map<StepKind, Prospect> of(Caller caller, OrderView order) {
        caller.must(Permission.ORDERS_READ);
        CustomerView customer = customerOf(order);
        Map<StepKind, Prospect> steps = new EnumMap<>(StepKind.class);
        for (StepKind step : StepKind.values()) {
            if (caller.may(step.needs()) && allows(order, step)) {
                steps.put(step, prospect(order, step, customer));
            }
        }
        return steps;
    }

    /** What the customer will read if the order takes the step for that reason; null if nobody is texted. */
    public @Nullable String words(Caller caller, OrderView order, StepKind step, @Nullable String reason) {
        caller.must(Permission.ORDERS_READ);
        Occasion occasion = occasion(step);
        return occasion == null ? null : words(order, occasion, customerOf(order), reason);
    }

    @Nullable String words(OrderView order, Occasion occasion) {
        return words(order, occasion, customerOf(order), null);
    }

    private Prospect prospect(OrderView order, StepKind step, @Nullable CustomerView customer) {
        Occasion whole = occasion(step);
        Occasion part = switch (step) {
            case FULFIL -> Occasion.PART_FULFILLED;
            case RETURN -> Occasion.PART_RETURNED;
            default -> null;
        };
        boolean endsIt = step != StepKind.RETURN || order.status() == OrderStatus.FULFILLED;
        return new Prospect(
                step,
                reserved(order),
                kept(order),
                whole == null ? null : words(order, endsIt ? whole : Occasion.PART_RETURNED, customer, null),
                part == null ? null : words(order, part, customer, null),
                customer == null ? TextLanguage.USUAL : customer.locale());
    }

    private @Nullable String words(
            OrderView order, Occasion occasion, @Nullable CustomerView customer, @Nullable String reason) {
        if (customer == null) {
            return null;
        }
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        return textCustomers.words(new OrderEvent(occasion, order, customer, why, clock.instant()));
    }

    private @Nullable CustomerView customerOf(OrderView order) {
        return order.customer() == null || order.customer().deleted()
                ? null
                : customers
                        .byCode(List.of(order.customer().code()))
                        .get(order.customer().code());
    }

    private static boolean allows(OrderView order, StepKind step) {
        OrderStatus status = order.status();
        return switch (step) {
            case ACCEPT -> status.canBecome(OrderStatus.ACCEPTED);
            case REJECT -> status.canBecome(OrderStatus.REJECTED);
            case FULFIL -> status.canBecome(OrderStatus.FULFILLED);
            case RETURN ->
                kept(order) > 0 && (status.canBecome(OrderStatus.RETURNED) || status == OrderStatus.ACCEPTED);
            case EDIT -> status.isOpen();
            case CANCEL -> status.canBecome(OrderStatus.CANCELLED) && kept(order) == 0;
            case DELETE -> true;
        };
    }

    private static @Nullable Occasion occasion(StepKind step) {
        return switch (step) {
            case ACCEPT -> Occasion.ACCEPTED;
            case REJECT -> Occasion.REJECTED;
            case FULFIL -> Occasion.FULFILLED;
            case RETURN -> Occasion.RETURNED;
            case CANCEL -> Occasion.CANCELLED;
            case EDIT, DELETE -> null;
        };
    }

    private static int reserved(OrderView order) {
        return order.status().isOpen()
                ? order.lines().stream()
                        .filter(line -> line.sku() != null)
                        .mapToInt(line -> line.quantity() - line.fulfilled())
                        .sum()
                : 0;
    }

    private static int kept(OrderView order) {
        return order.lines().stream()
                .mapToInt(line -> line.fulfilled() - line.returned())
                .sum();
    }
}
