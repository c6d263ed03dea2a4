package io.agizo.customers;

import java.util.UUID;

/** Names a customer inside the shop; people see the {@link CustomerCode}. */
public record CustomerId(UUID value) {}
