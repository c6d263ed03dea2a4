package io.agizo.orders;

import io.agizo.catalog.ProductId;
import org.jspecify.annotations.Nullable;

/** A line of a stored order, with the product whose stock it holds, if it is one of the catalogue's. */
record StoredLine(@Nullable ProductId product, OrderView.Line line) {}
