package io.agizo.notifications;

import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.OrderId;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/** A text about an order, about to be queued. */
record NewText(UUID id, OrderId order, Occasion occasion, PhoneNumber to, String body, Instant at) {}
