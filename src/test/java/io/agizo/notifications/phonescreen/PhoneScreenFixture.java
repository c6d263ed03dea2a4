package io.agizo.notifications.phonescreen;

import io.agizo.notifications.TextDelivery;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The phone screen, for tests of those who use it. */
public final class PhoneScreenFixture {

    private PhoneScreenFixture() {}

    public static TextDelivery screen(JdbcClient jdbc, Clock clock) {
        return new PhoneScreen(new PhoneScreenStore(jdbc), clock);
    }
}
