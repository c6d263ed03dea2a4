package io.agizo.notifications;

import io.agizo.orders.OrderId;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A text about an order, about to be queued.
 *
 * @param occasion what it is about, so that an order is texted about it once
 */
record NewText(UUID id, OrderId order, String occasion, PhoneNumber to, String body, Instant at) {}
