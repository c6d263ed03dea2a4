package io.agizo.texting;

import io.agizo.shared.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** Which countries share a border on land, by their ISO 3166 codes. */
final class Neighbours {

    private static final Properties TABLE = read();

    private Neighbours() {}

    /** The shop's country, and those that border on it. */
    static Set<String> around(Shop shop) {
        Set<String> countries = new HashSet<>(of(shop.country()));
        countries.add(shop.country());
        return Set.copyOf(countries);
    }

    static List<String> of(String country) {
        String listed = TABLE.getProperty(country, "").strip();
        return listed.isEmpty() ? List.of() : List.of(listed.split(" +"));
    }

    static Set<String> listed() {
        return TABLE.stringPropertyNames();
    }

    private static Properties read() {
        try (InputStream table = Neighbours.class.getResourceAsStream("/texting/neighbours.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(table, "is in the jar"));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
