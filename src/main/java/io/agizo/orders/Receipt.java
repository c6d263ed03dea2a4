package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import io.agizo.customers.Contact;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shopper who checked out a cart sees it. Of people it holds no more than the shopper sent: not how the
 * owner of the phone is known to the shop, nor who behind the counter did what.
 *
 * @param customer the shopper as they introduced themselves in this request
 * @param messages the texts to the phone that the shopper gave
 */
public record Receipt(
        OrderNumber number,
        OrderStatus status,
        Customer customer,
        List<OrderView.Line> lines,
        Money total,
        String currency,
        Instant time,
        String placedBy,
        String note,
        List<OrderView.Event> timeline,
        List<OrderMessage> messages,
        @JsonIgnore int version)
        implements Versioned {

    /** How the shopper introduced themselves. */
    public record Customer(String name, @Nullable PhoneNumber phone) {}

    public static Receipt of(OrderView order, Contact buyer) {
        return of(order, buyer, order.placedBy());
    }

    /** The receipt on which all that the shop did is done by one name. What it put on paper is its own affair. */
    static Receipt of(OrderView order, Contact buyer, String seller) {
        return new Receipt(
                order.number(),
                order.status(),
                new Customer(buyer.name(), buyer.phone()),
                order.lines(),
                order.total(),
                order.currency(),
                order.time(),
                seller,
                order.note(),
                order.timeline().stream()
                        .filter(step -> !step.event().equals(OrderView.Event.PRINTED))
                        .map(step -> new OrderView.Event(step.at(), seller, step.event(), null))
                        .toList(),
                order.messages().stream()
                        .filter(text -> text.to() != null && text.to().equals(buyer.phone()))
                        .toList(),
                order.version());
    }
}
