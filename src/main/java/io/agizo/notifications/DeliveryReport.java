package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says of a text it has taken.
 *
 * @param gatewayId what the gateway calls the text
 * @param status sent, delivered or failed; null if it cannot be told from the gateway's word, which then stands in the detail
 * @param detail what there is to say beyond the status
 */
public record DeliveryReport(
        String gatewayId,
        PhoneNumber phone,
        @Nullable MessageStatus status,
        @Nullable String detail) {}
