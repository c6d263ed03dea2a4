package io.agizo.search;

import io.agizo.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a search; there is something in it. */
public record SearchText(String typed) {

    /** Whoever types more than this is not looking for a name, a code or a number. */
    public static final int LONGEST = 100;

    public SearchText {
        if (typed.length() > LONGEST || typed.indexOf('\0') >= 0) {
            throw new InvalidInput("/q", "must be at most " + LONGEST + " characters of text");
        }
    }

    /** Null if nothing in particular is searched for. */
    public static @Nullable SearchText of(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : new SearchText(typed);
    }
}
