package io.agizo.shared;

import java.time.ZoneId;
import java.util.Currency;

/**
 * The shop this installation serves.
 *
 * @param country the ISO 3166 code of the country in whose national form telephone numbers are read
 * @param zone by whose clocks its days begin, and in which people read its times
 */
public record Shop(String name, Currency currency, String country, ZoneId zone) {}
