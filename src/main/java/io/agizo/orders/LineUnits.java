package io.agizo.orders;

/** So many units of a line of an order, as someone says who hands them over or takes them back. */
public record LineUnits(int lineNumber, int quantity) {}
