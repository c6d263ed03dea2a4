package io.agizo.orders;

import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as whoever holds its link sees it. A link may be handed on, so it tells nothing of the people: no name, no note,
 * of the number its end only, and not who behind the counter did what.
 *
 * @param phone the end of the number that is texted; null if nobody is
 * @param erased whether the shop has forgotten who ordered
 */
public record FollowedOrder(
        OrderNumber number,
        OrderStatus status,
        List<OrderView.Line> lines,
        Money total,
        Instant time,
        List<Step> timeline,
        List<Text> texts,
        @Nullable String phone,
        boolean erased) {

    /** So many digits are enough to know one's own number by, and too few to call it. */
    private static final int SHOWN_DIGITS = 3;

    /** Signs what is done by the link of an order. */
    static final String SHOPPER = "Shopper";

    /**
     * One step of the order's life.
     *
     * @param event such as {@code placed}
     * @param byShopper whether the shopper took it, at the checkout or by the link; the shop took all others
     * @param reason what the shop said to it, where it was told to the shopper as well
     */
    public record Step(
            Instant at,
            String event,
            boolean byShopper,
            @Nullable String reason) {}

    /** A text about it, and how far it has come. */
    public record Text(Instant at, @Nullable String to, String status) {}

    /** The shopper may, as long as the shop has not begun with it. */
    public boolean mayBeCancelled() {
        return status == OrderStatus.PENDING;
    }

    /** Whether something will still happen to it without anybody asking. */
    public boolean isUnderWay() {
        return status.isOpen();
    }

    static FollowedOrder of(OrderView order) {
        return new FollowedOrder(
                order.number(),
                order.status(),
                order.lines(),
                order.total(),
                order.time(),
                order.timeline().stream()
                        .filter(event -> !event.event().equals(OrderView.Event.PRINTED))
                        .map(FollowedOrder::step)
                        .toList(),
                order.messages().stream()
                        .map(text -> new Text(text.at(), text.to() == null ? null : end(text.to()), text.status()))
                        .toList(),
                phone(order).map(FollowedOrder::end).orElse(null),
                order.customer() != null && order.customer().deleted());
    }

    /** The number that the shopper gave, or that the shop knows of them. */
    static Optional<PhoneNumber> phone(OrderView order) {
        return Optional.ofNullable(order.customer()).map(OrderView.Customer::phone);
    }

    private static Step step(OrderView.Event event) {
        boolean told = event.event().equals(OrderStatus.REJECTED.word())
                || event.event().equals(OrderStatus.CANCELLED.word());
        boolean byShopper = event.by().equals(SHOPPER) || event.by().equals(CheckoutRequest.ONLINE_SHOP.name());
        return new Step(event.at(), event.event(), byShopper, told ? event.detail() : null);
    }

    private static String end(PhoneNumber phone) {
        String digits = phone.e164();
        return digits.substring(digits.length() - SHOWN_DIGITS);
    }
}
