package io.agizo.orders;

import java.util.UUID;

/** Names an order inside the shop; people see its {@link OrderNumber}. */
public record OrderId(UUID value) {}
