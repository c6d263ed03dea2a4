package io.agizo.office.pages.orders;

import io.agizo.identity.Caller;
import io.agizo.orders.OrderAction;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.orders.OrderView.Line;
import io.agizo.orders.ReadOrders.Wanted;
import io.agizo.pages.Message;
import io.agizo.shared.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes rows of the list of orders. */
@Component
class OrderRows {

    /** What fits into a row of a laptop. */
    private static final int LINES_SHOWN = 2;

    private static final int MINUTES_SHOWN = 60;
    private static final int HOURS_SHOWN = 48;

    /** Fewer are part of every second number. */
    private static final int DIGITS_OF_A_PHONE = 3;

    private final Clock clock;

    OrderRows(Clock clock) {
        this.clock = clock;
    }

    List<OrdersView.Row> of(Caller caller, Wanted wanted, List<OrderView> orders) {
        Instant now = clock.instant();
        return orders.stream().map(order -> row(caller, wanted, order, now)).toList();
    }

    private static OrdersView.Row row(Caller caller, Wanted wanted, OrderView order, Instant now) {
        List<Line> lines = order.lines();
        return new OrdersView.Row(
                order.number().value(),
                called(order),
                lines.stream()
                        .limit(LINES_SHOWN)
                        .map(line -> line.quantity() + " × " + line.item())
                        .toList(),
                Math.max(0, lines.size() - LINES_SHOWN),
                order.total(),
                order.time(),
                age(order.time(), now),
                order.status().word(),
                order.timeline().getLast().by(),
                steps(caller, order.status()),
                fits(wanted, order),
                null);
    }

    private static @Nullable String called(OrderView order) {
        if (order.buyer() != null) {
            return order.buyer().name();
        }
        return order.customer() == null ? null : order.customer().name();
    }

    static Message age(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < MINUTES_SHOWN) {
            return Message.of("orders.age.minutes", String.valueOf(Math.max(0, age.toMinutes())));
        }
        return age.toHours() < HOURS_SHOWN
                ? Message.of("orders.age.hours", String.valueOf(age.toHours()))
                : Message.of("orders.age.days", String.valueOf(age.toDays()));
    }

    private static List<String> steps(Caller caller, OrderStatus status) {
        return Stream.of(OrderAction.ACCEPT, OrderAction.REJECT, OrderAction.FULFIL)
                .filter(action -> status.next().contains(action.leadsTo()))
                .filter(action -> caller.may(action.permission()))
                .map(OrderAction::word)
                .toList();
    }

    /** As the list's query decides it, without asking the database again; of words, those a reader would see in the row. */
    private static boolean fits(Wanted wanted, OrderView order) {
        return (wanted.status() == null || wanted.status() == order.status())
                && (wanted.customer() == null
                        || (order.customer() != null
                                && wanted.customer().equals(order.customer().code())))
                && (wanted.from() == null || !order.time().isBefore(wanted.from()))
                && (wanted.to() == null || order.time().isBefore(wanted.to()))
                && (wanted.words() == null || says(order, wanted.words().toLowerCase(Locale.ROOT)));
    }

    private static boolean says(OrderView order, String words) {
        String digits = words.replaceAll("[^0-9]", "");
        return Stream.of(
                                order.number().value(),
                                called(order),
                                order.customer() == null
                                        ? null
                                        : order.customer().name(),
                                order.customer() == null
                                        ? null
                                        : order.customer().code().value())
                        .anyMatch(each ->
                                each != null && each.toLowerCase(Locale.ROOT).contains(words))
                || (digits.length() >= DIGITS_OF_A_PHONE && phones(order).anyMatch(phone -> phone.contains(digits)));
    }

    private static Stream<String> phones(OrderView order) {
        return Stream.of(
                        order.buyer() == null ? null : order.buyer().phone(),
                        order.customer() == null ? null : order.customer().phone())
                .flatMap(Stream::ofNullable)
                .map(PhoneNumber::e164);
    }
}
