package io.agizo.notifications;

import io.agizo.shared.CannotStart;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts are sent.
 *
 * @param gateway Which way texts leave the shop: {@code africastalking}, {@code phone-screen} or {@code none}. Unless it is
 *     set: Africa's Talking where its key is, the phone screen in the demo, and otherwise none.
 * @param mostAttempts How often a text that did not go out is tried before it is given up. The pauses double from ten
 *     seconds to a quarter of an hour, so 12 tries outlast a gateway that is gone for an hour.
 * @param resendUnknown Whether a text that may or may not have gone out is sent again when no delivery report has come for
 *     it in ten minutes. A customer may then read it twice; without it, one may never read it.
 * @param mostPerDay How many texts leave the shop in 24 hours, whatever they are about; 0 for any number. Unless set, 10,000
 *     through Africa's Talking, and any number on the phone screen, which costs nothing.
 */
@ConfigurationProperties("agizo.sms")
record SmsSettings(
        @Nullable GatewayChoice gateway,
        @DefaultValue("12") int mostAttempts,
        @DefaultValue("false") boolean resendUnknown,
        @Nullable Integer mostPerDay) {

    SmsSettings {
        if (mostPerDay != null && mostPerDay < 0) {
            throw new CannotStart(
                    "agizo.sms.most-per-day is " + mostPerDay + ", and no shop sends fewer texts than none.",
                    "Set AGIZO_SMS_MOST_PER_DAY to how many texts may leave the shop in a day, or to 0 for any number.");
        }
    }

    /** Delivery reports come within seconds, or within minutes when a network is busy. */
    private static final Duration WAIT_FOR_REPORT = Duration.ofMinutes(10);

    /** When a text whose fate is unknown after so many tries is sent again; null for never. */
    @Nullable Instant resendAt(int attempts, Instant now) {
        return resendUnknown && attempts < mostAttempts ? now.plus(WAIT_FOR_REPORT) : null;
    }
}
