package io.agizo.customers;

/** A customer's personal data is erased; told within the transaction that does it, to whoever keeps more of it. */
public record CustomerErased(CustomerId customer) {}
