package io.agizo.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far a text has come. */
public enum MessageStatus {

    /** Waits for its first try or the next one. */
    QUEUED,

    /** Is being handed to the gateway; if whoever does so is lost, nobody can say whether it went out. */
    SENDING,

    /** The gateway has taken it. */
    SENT,

    /** The phone has it. Final. */
    DELIVERED,

    /** The gateway or the network refused it for good. Final, unless a report of its delivery proves otherwise. */
    FAILED,

    /** It may or may not have gone out: the gateway never answered. A delivery report can still tell. */
    UNKNOWN,

    /** It certainly did not go out, and the last try has been made. Final. */
    DEAD;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Reads a status as {@link #word} writes it. */
    public static MessageStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findAny()
                .orElseThrow(() -> new InvalidInput("must be one of "
                        + Arrays.stream(values()).map(MessageStatus::word).collect(Collectors.joining(", "))));
    }

    @JsonValue
    public String word() {
        return word;
    }
}
