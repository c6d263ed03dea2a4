package io.agizo.notifications;

import io.agizo.shared.Shop;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/**
 * The hours of the day, by the shop's clock, in which texts go out that people asked for. Kenya's networks carry what is not
 * about a purchase between 08:00 and 18:00 only.
 */
@Component
public class AskedForHours {

    private static final LocalTime BEGIN = LocalTime.of(8, 0);
    private static final LocalTime END = LocalTime.of(18, 0);

    static final String WAITS = "The person asked for this text, and such texts go out from " + BEGIN + " to " + END
            + " by the shop's clock. It waits until then.";

    private final Shop shop;

    AskedForHours(Shop shop) {
        this.shop = shop;
    }

    /** The last moment is not one of them. */
    public boolean include(Instant now) {
        LocalTime time = now.atZone(shop.zone()).toLocalTime();
        return !time.isBefore(BEGIN) && time.isBefore(END);
    }

    /** Now, or when they begin again. */
    Instant next(Instant now) {
        if (include(now)) {
            return now;
        }
        ZonedDateTime today = now.atZone(shop.zone());
        Instant begin = today.toLocalDate().atTime(BEGIN).atZone(shop.zone()).toInstant();
        return begin.isAfter(now)
                ? begin
                : today.toLocalDate()
                        .plusDays(1)
                        .atTime(BEGIN)
                        .atZone(shop.zone())
                        .toInstant();
    }
}
