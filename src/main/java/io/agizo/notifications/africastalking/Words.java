package io.agizo.notifications.africastalking;

import java.util.regex.Pattern;

/** Makes words from outside fit to be kept and shown. */
final class Words {

    private static final int LONGEST = 200;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]+");

    private Words() {}

    static String of(String words) {
        String begun = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        return UNFIT.matcher(begun).replaceAll(" ").strip();
    }
}
