package io.agizo.shared;

import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Supplier;

/**
 * The shop this installation serves.
 *
 * @param look how it appears at this moment, quickly and without a look-up; asked each time, for the office may change it
 * @param country the ISO 3166 code of the country in whose national form telephone numbers are read
 * @param zone by whose clocks its days begin, and in which people read its times
 */
public record Shop(Supplier<Brand> look, Currency currency, String country, ZoneId zone) {

    /** A shop that looks as all do and keeps its name. */
    public Shop(String name, Currency currency, String country, ZoneId zone) {
        this(always(Brand.standard(name)), currency, country, zone);
    }

    public Brand brand() {
        return look.get();
    }

    /** What it is called now; not to be kept. */
    public String name() {
        return brand().name();
    }

    private static Supplier<Brand> always(Brand brand) {
        return () -> brand;
    }
}
