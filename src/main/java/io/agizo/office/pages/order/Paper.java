package io.agizo.office.pages.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What printers hold: a sheet, or a roll of which so many millimetres are printed. */
public enum Paper {
    A4,
    ROLL_80,
    ROLL_58;

    /** As addresses and style sheets have it, such as {@code 80}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace("roll_", "");
    }

    /** Letters on a line of a roll at the size that receipts have. */
    public int letters() {
        return switch (this) {
            case A4 -> 90;
            case ROLL_80 -> 48;
            case ROLL_58 -> 32;
        };
    }

    static Optional<Paper> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(paper -> paper.word().equals(word))
                .findAny();
    }
}
