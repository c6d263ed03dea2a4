package io.agizo.identity;

/**
 * Somebody asked more than is good for the others, and was turned away.
 *
 * @param limit which one, in a word of the program
 */
public record LimitMet(Caller caller, String limit) {}
