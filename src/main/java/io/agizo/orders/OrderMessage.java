package io.agizo.orders;

import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text about an order, as the order shows it. */
public record OrderMessage(Instant at, @Nullable PhoneNumber to, String status) {}
