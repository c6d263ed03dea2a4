package io.agizo.orders;

import java.util.Locale;

/** What is put on paper about orders. */
public enum PrintKind {
    SLIP,
    RECEIPT,
    PICK_LIST;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the timeline has it, such as {@code pick-list}. */
    public String word() {
        return word;
    }
}
