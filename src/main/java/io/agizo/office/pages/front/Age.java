package io.agizo.office.pages.front;

import io.agizo.pages.Message;
import java.time.Duration;
import java.time.Instant;

/** Says how long ago something was, in the unit that people would use. */
final class Age {

    private static final int HOURS_IN_MINUTES = 2;
    private static final int DAYS_IN_HOURS = 2;

    private Age() {}

    static Message of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return Message.of("front.age.now");
        }
        if (age.toHours() < HOURS_IN_MINUTES) {
            return Message.of("front.age.minutes", String.valueOf(age.toMinutes()));
        }
        return age.toDays() < DAYS_IN_HOURS
                ? Message.of("front.age.hours", String.valueOf(age.toHours()))
                : Message.of("front.age.days", String.valueOf(age.toDays()));
    }
}
