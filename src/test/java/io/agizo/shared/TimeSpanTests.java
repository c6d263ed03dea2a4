package io.agizo.shared;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTests {

    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    @Test
    void isTheWholeOfADayInTheShopsZone() {
        assertThat(TimeSpan.read("2026-11-28", "2026-11-28", NAIROBI))
                .isEqualTo(new TimeSpan(Instant.parse("2026-11-27T21:00:00Z"), Instant.parse("2026-11-28T21:00:00Z")));
    }

    @Test
    void mayEndOrBeginAtAnInstant() {
        Instant noon = Instant.parse("2026-11-28T12:00:00Z");

        assertThat(TimeSpan.read("2026-11-28", "2026-11-28T12:00:00Z", NAIROBI).to())
                .isEqualTo(noon);
        assertThat(TimeSpan.read("2026-11-28T15:00:00+03:00", "2026-11-28", NAIROBI)
                        .from())
                .isEqualTo(noon);
        assertThat(TimeSpan.read(null, null, NAIROBI)).isEqualTo(new TimeSpan(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 23",
        "Europe/Berlin, 2026-10-25, 25",
        // There is no midnight on this day: the clocks go from 23:59 to 1:00.
        "Africa/Cairo, 2026-04-24, 23",
        "Africa/Nairobi, 2026-03-29, 24"
    })
    void isAsLongAsTheClocksMakeTheDay(String zone, String day, int hours) {
        TimeSpan span = TimeSpan.read(day, day, ZoneId.of(zone));

        assertThat(Duration.between(requireNonNull(span.from()), requireNonNull(span.to())))
                .isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, 2026-11-27",
        "2026-11-28T09:00:00Z, 2026-11-28T08:59:59Z",
        "2026-11-28, 2026-11-27T20:59:59Z",
        "2026-11-28T21:00:01Z, 2026-11-28"
    })
    void refusesAnEndBeforeItsBeginAndNamesBoth(String from, String to) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> TimeSpan.read(from, to, NAIROBI))
                .withMessageContainingAll(from, to)
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().pointer()).isEqualTo("/to"));
    }

    @Test
    void mayBeEmpty() {
        assertThat(TimeSpan.read("2026-11-28", "2026-11-27T21:00:00Z", NAIROBI).to())
                .isEqualTo("2026-11-27T21:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "", "2026-02-29", "2026-13-01", "2026-11", "28.11.2026", "2026-11-28T09:00:00"})
    void refusesWhatIsNeitherInstantNorDay(String text) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> TimeSpan.read(text, null, NAIROBI))
                .withMessageContaining("or a day such as 2026-11-22")
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().pointer()).isEqualTo("/from"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "America/Adak"})
    void reachesToTheLastDayOfTheCalendarEverywhere(String zone) {
        TimeSpan all = TimeSpan.read("0001-01-01", "9999-12-31", ZoneId.of(zone));

        StorableTime.require("/from", all.from());
        StorableTime.require("/to", all.to());
    }
}
