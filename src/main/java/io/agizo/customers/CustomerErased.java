package io.agizo.customers;

/** The shop has erased a customer's personal data; told within the transaction that does it. */
public record CustomerErased(CustomerId customer) {}
