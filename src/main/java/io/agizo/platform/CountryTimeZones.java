package io.agizo.platform;

import io.agizo.shared.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which time zone a shop is in: the one that is set, or else that of its country. */
final class CountryTimeZones {

    private static final String SET_IT = "Set AGIZO_SHOP_TIME_ZONE to a name such as Africa/Nairobi.";
    private static final Properties TABLE = read();

    private CountryTimeZones() {}

    /**
     * The time zone of that name, or else of that country.
     *
     * @throws CannotStart if the IANA database has no such name, or none is known of the country
     */
    static ZoneId zone(@Nullable String name, String country) {
        if (name == null) {
            String usual = TABLE.getProperty(country);
            if (usual == null) {
                throw new CannotStart("It is not known which time zone a shop in " + country + " is in.", SET_IT);
            }
            return ZoneId.of(usual);
        }
        // Not any offset such as +03:00 either: it would not know when the clocks change.
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new CannotStart("The time zone “" + name + "” is none of the IANA database.", SET_IT);
        }
        return ZoneId.of(name);
    }

    /** The countries whose time zone is known. */
    static Set<String> listed() {
        return TABLE.stringPropertyNames();
    }

    private static Properties read() {
        try (InputStream table = CountryTimeZones.class.getResourceAsStream("/platform/time-zones.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(table, "is in the jar"));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
