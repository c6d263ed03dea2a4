package io.agizo.office.pages.order;

import io.agizo.identity.Caller;
import io.agizo.orders.Decision;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderView;
import io.agizo.orders.StepKind;
import io.agizo.pages.Form;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says on the page why something was not done: who was first and when, or what is wrong with what was typed. */
@Component
class OrderRefusals {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Shop shop;

    OrderRefusals(Shop shop) {
        this.shop = shop;
    }

    /** Whether the order stands where this very person wanted it, by a press that came before. */
    boolean isOwnSecondPress(Caller caller, OrderView order, Decision decision) {
        return decision instanceof Decision.IllegalTransition refused
                && refused.present() == refused.wanted()
                && last(order).by().equals(caller.name());
    }

    boolean isOwnSecondPress(Caller caller, OrderView order, StepKind step) {
        String wanted = switch (step) {
            case ACCEPT -> "accepted";
            case REJECT -> "rejected";
            case CANCEL -> "cancelled";
            case FULFIL -> "fulfilled";
            case RETURN -> "returned";
            case EDIT, DELETE -> "";
        };
        OrderView.Event last = last(order);
        return last.event().equals(wanted) && last.by().equals(caller.name());
    }

    Form tooLate(OrderView order, Form typed, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        OrderView.Event last = last(order);
        return typed.refused(
                "",
                "order.first." + last.event(),
                last.by(),
                AT.format(last.at().atZone(shop.zone())));
    }

    Form conflict(Conflict conflict, Form typed, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return conflict.type().equals("partly-fulfilled")
                ? typed.refused("", "order.partly-fulfilled")
                : typed.refused("", "office.conflict", Objects.requireNonNull(conflict.getMessage()));
    }

    Form invalid(InvalidInput invalid, Form typed, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        boolean reason =
                invalid.faults().stream().anyMatch(fault -> fault.pointer().equals("/reason"));
        return reason
                ? typed.refused("reason", "order.reason.wanted")
                : typed.refused("", "form.fault", Objects.requireNonNull(invalid.getMessage()));
    }

    Form refused(Decision.Refused refused, Form typed, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return switch (refused.why()) {
            case OrderRefused.OutOfStock out ->
                typed.refused("", "order.out-of-stock", out.sku().value(), Integer.toString(out.available()));
            case OrderRefused.UnknownProduct unknown ->
                typed.refused("", "order.unknown-product", unknown.sku().value());
            case OrderRefused.TotalTooLarge large -> typed.refused("", "order.too-large");
            case OrderRefused.PriceChanged changed ->
                typed.refused("", "order.price-changed", changed.sku().value());
            default -> typed.refused("", "office.changed");
        };
    }

    /** The last that changed something of the order. */
    private static OrderView.Event last(OrderView order) {
        List<OrderView.Event> steps = order.timeline().stream()
                .filter(event -> !event.event().equals(OrderView.Event.PRINTED))
                .toList();
        return steps.getLast();
    }
}
