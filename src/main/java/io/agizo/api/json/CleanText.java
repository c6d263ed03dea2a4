package io.agizo.api.json;

import java.util.regex.Pattern;

/** Makes text that came from outside fit to be shown in an answer: whole characters, no controls, not endless. */
public final class CleanText {

    private static final int LONGEST = 300;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private CleanText() {}

    public static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return UNPRINTABLE.matcher(cut).replaceAll("\uFFFD");
    }
}
