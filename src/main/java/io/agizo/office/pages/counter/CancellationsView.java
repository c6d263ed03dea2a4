package io.agizo.office.pages.counter;

import io.agizo.orders.CancelledSale;
import java.util.List;

/** The sales that were given up, the latest first. */
public record CancellationsView(List<CancelledSale> sales) {}
