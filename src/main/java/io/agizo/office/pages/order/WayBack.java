package io.agizo.office.pages.order;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody came from and goes back to: a page of the office, never another host. */
final class WayBack {

    /** Nothing that a browser reads as another host or Spring as a variable. */
    private static final Pattern OWN = Pattern.compile("/office(?:[/?][\\w/?&=%.~+,:*-]*)?");

    /** As long as the address of a filtered list becomes. */
    private static final int LONGEST = 2_000;

    private WayBack() {}

    /** The way if it is one; nothing otherwise. */
    static String own(@Nullable String asked) {
        return asked != null && asked.length() <= LONGEST && OWN.matcher(asked).matches() ? asked : "";
    }

    static String or(@Nullable String asked, String here) {
        String own = own(asked);
        return own.isEmpty() ? here : own;
    }
}
