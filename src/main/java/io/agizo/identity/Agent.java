package io.agizo.identity;

/**
 * Another's program, by whose token a person asks.
 *
 * @param client the program
 * @param shops whether the person lets it shop for them
 */
public record Agent(String client, boolean shops) {}
