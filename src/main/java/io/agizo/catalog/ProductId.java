package io.agizo.catalog;

import java.util.UUID;

/** Names a product inside the shop; people see its SKU. */
public record ProductId(UUID value) {}
