package io.agizo.shared;

import java.util.Currency;

/**
 * The shop this installation serves.
 *
 * @param country the ISO 3166 code of the country in whose national form telephone numbers are read
 */
public record Shop(String name, Currency currency, String country) {}
