package io.agizo.customers;

import io.agizo.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A customer's personal data is erased; told within the transaction that does it, to whoever keeps more of it.
 *
 * @param phone the number that was on record
 */
public record CustomerErased(CustomerId customer, @Nullable PhoneNumber phone) {}
