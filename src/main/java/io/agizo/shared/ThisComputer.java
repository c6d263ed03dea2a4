package io.agizo.shared;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows the names by which a computer calls itself, and nobody else can be meant. */
public final class ThisComputer {

    private static final Pattern NAMES = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private ThisComputer() {}

    /** By name alone, for a name server may be away, or lie. */
    public static boolean isNamed(@Nullable String host) {
        return host != null && NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
