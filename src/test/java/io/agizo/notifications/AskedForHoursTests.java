package io.agizo.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Shop;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When texts go out that people asked for. */
class AskedForHoursTests {

    private static AskedForHours in(String zone) {
        return new AskedForHours(new Shop("Mama Njeri", Currency.getInstance("KES"), "KE", ZoneId.of(zone)));
    }

    @ParameterizedTest
    @CsvSource({
        "Africa/Nairobi, 2026-11-22T04:59:59.999Z, false",
        "Africa/Nairobi, 2026-11-22T05:00:00Z, true",
        "Africa/Nairobi, 2026-11-22T14:59:59.999Z, true",
        "Africa/Nairobi, 2026-11-22T15:00:00Z, false",
        "Africa/Nairobi, 2026-11-22T21:00:00Z, false",
        "Pacific/Auckland, 2026-11-22T19:00:00Z, true",
        "Pacific/Auckland, 2026-11-22T05:00:00Z, false",
    })
    void areThoseOfTheShopsClock(String zone, Instant now, boolean open) {
        assertThat(in(zone).include(now)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "by day at once, Africa/Nairobi, 2026-11-22T09:00:00Z, 2026-11-22T09:00:00Z",
        "before the day, Africa/Nairobi, 2026-11-22T04:00:00Z, 2026-11-22T05:00:00Z",
        "over midnight, Africa/Nairobi, 2026-11-22T15:00:00Z, 2026-11-23T05:00:00Z",
        "after midnight, Africa/Nairobi, 2026-11-22T22:00:00Z, 2026-11-23T05:00:00Z",
        "into the new year, Africa/Nairobi, 2026-12-31T20:00:00Z, 2027-01-01T05:00:00Z",
        "as clocks go on, Europe/Berlin, 2026-03-28T22:00:00Z, 2026-03-29T06:00:00Z",
        "as clocks go back, Europe/Berlin, 2026-10-24T21:00:00Z, 2026-10-25T07:00:00Z",
    })
    void beginAtEightWhateverTheClocksDo(String when, String zone, Instant now, Instant next) {
        AskedForHours hours = in(zone);

        assertThat(hours.next(now)).as(when).isEqualTo(next);
        assertThat(hours.include(hours.next(now))).isTrue();
        assertThat(now.equals(next) || !hours.include(next.minusMillis(1))).isTrue();
    }
}
