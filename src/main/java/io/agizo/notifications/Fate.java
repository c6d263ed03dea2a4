package io.agizo.notifications;

import org.jspecify.annotations.Nullable;

/** What became of one text that was handed to a gateway. */
public sealed interface Fate {

    /**
     * The gateway took it and will send it.
     *
     * @param gatewayId what the gateway calls it in delivery reports, if it does
     * @param cost as the gateway writes it, such as {@code KES 0.8000}
     */
    record Taken(@Nullable String gatewayId, @Nullable String cost) implements Fate {}

    /** It will never be sent to this number. */
    record Refused(String reason) implements Fate {}

    /** It was not sent this time; another try may do. */
    record NotTaken(String reason) implements Fate {}

    /** It may or may not be sent. */
    record Unclear(String reason) implements Fate {}

    /** It was not sent, and neither would be any other, until someone does something about the reason. */
    record Held(String reason) implements Fate {}
}
