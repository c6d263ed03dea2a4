package io.agizo.storefront.pages.order;

import io.agizo.orders.FollowedOrder;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.pages.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order's own page.
 *
 * @param lines as the reader's language has them
 * @param secret by which it was opened
 * @param isNew whether it was just ordered in this browser
 * @param alert why what was pressed could not be done; null for nothing
 * @param words what the shop says of payment and of how the goods are handed over; null for nothing
 */
public record FollowView(
        FollowedOrder order,
        List<OrderView.Line> lines,
        String secret,
        boolean isNew,
        @Nullable Message alert,
        @Nullable String words) {

    /** How far a step of the usual way is. */
    public enum Reached {
        DONE,
        NEXT,
        LATER
    }

    /** One step of the way that orders usually go. */
    public record Place(OrderStatus status, Reached reached) {}

    public String address() {
        return "/orders/" + secret;
    }

    /** The letters of the number one by one, in its groups, to be read out. */
    public String spelled() {
        return String.join(" ", order.number().value().replace("-", ", ").split("(?<=[A-Z0-9])(?=[A-Z0-9])"));
    }

    /** The usual way as far as the order has come; nothing for one that left it. */
    public List<Place> way() {
        List<OrderStatus> usual = List.of(OrderStatus.PENDING, OrderStatus.ACCEPTED, OrderStatus.FULFILLED);
        int at = usual.indexOf(order.status());
        return at < 0
                ? List.of()
                : usual.stream()
                        .map(status -> new Place(status, reached(usual.indexOf(status) - at)))
                        .toList();
    }

    private static Reached reached(int stepsAhead) {
        return stepsAhead <= 0 ? Reached.DONE : stepsAhead == 1 ? Reached.NEXT : Reached.LATER;
    }
}
