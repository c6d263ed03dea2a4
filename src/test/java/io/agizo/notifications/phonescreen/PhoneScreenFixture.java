package io.agizo.notifications.phonescreen;

import io.agizo.live.LiveFixtures;
import io.agizo.notifications.TextDelivery;
import io.agizo.notifications.TextFixtures;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The phone screen, for tests of those who use it. */
public final class PhoneScreenFixture {

    private PhoneScreenFixture() {}

    static PhoneScreen phoneScreen(JdbcClient jdbc, Clock clock) {
        return new PhoneScreen(
                new PhoneScreenStore(jdbc),
                TextFixtures.noCeiling(jdbc, clock),
                TextFixtures.HOURS,
                LiveFixtures.unheard(),
                clock);
    }

    public static TextDelivery screen(JdbcClient jdbc, Clock clock) {
        return phoneScreen(jdbc, clock);
    }
}
