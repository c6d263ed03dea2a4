package io.agizo.notifications;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.orders.OrderId;
import io.agizo.orders.OrderNumber;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text as the shop sees it.
 *
 * @param order the order it is about, if it is about one
 * @param kind why it may be sent, and so at which hours
 * @param to null once the customer is erased, like the body, and a day after a text went out that was asked for
 * @param body null also where the words are nobody's to read but the addressee's
 * @param at when it was queued
 * @param sentAt when the gateway took it
 * @param gatewayId what the gateway calls it
 * @param cost as the gateway writes it
 * @param detail why it stands where it stands, if there is something to say
 */
public record MessageView(
        UUID id,
        @JsonIgnore @Nullable OrderId orderId,
        @Nullable OrderNumber order,
        String occasion,
        MessageKind kind,
        @Nullable PhoneNumber to,
        @Nullable String body,
        MessageStatus status,
        int attempts,
        Instant at,
        @Nullable Instant sentAt,
        @Nullable String gateway,
        @Nullable String gatewayId,
        @Nullable String cost,
        @Nullable String detail) {

    MessageView with(@Nullable OrderNumber number, @Nullable String why) {
        return new MessageView(
                id, orderId, number, occasion, kind, to, body, status, attempts, at, sentAt, gateway, gatewayId, cost,
                why);
    }
}
