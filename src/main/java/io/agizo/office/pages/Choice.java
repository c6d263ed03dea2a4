package io.agizo.office.pages;

/**
 * A permission to tick.
 *
 * @param offered whether the caller holds it, and so may give it or take it
 */
public record Choice(String scope, boolean chosen, boolean offered) {}
