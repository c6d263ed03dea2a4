package io.agizo.orders;

import io.agizo.shared.Money;
import java.time.Instant;

/**
 * A sale that was rung up without a line and given up when it could not be fulfilled.
 *
 * @param goods in words, as the till had them
 * @param by the name of who gave it up
 */
public record CancelledSale(Money total, String goods, String reason, Instant rungUpAt, String by, Instant at) {}
