package io.agizo.customers;

/**
 * A customer is about to be erased; told within the transaction that does it and before the record is locked, to whoever
 * everywhere else locks something of their own before they lock the record.
 */
public record CustomerErasureBegun(CustomerId customer) {}
