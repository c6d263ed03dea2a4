package io.agizo.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why the shop may send a text, which decides when it goes out and whether it can be stopped. */
public enum MessageKind {

    /** About an order of the person or their way in. Goes out at any hour, and says nothing to sell. */
    TRANSACTIONAL("transactional"),

    /** The person asked to be told. Goes out by day, and never after they said stop. */
    ASKED_FOR("asked-for");

    private final String word;

    MessageKind(String word) {
        this.word = word;
    }

    static MessageKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of text called " + word));
    }

    @JsonValue
    public String word() {
        return word;
    }
}
