package io.agizo.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words which device a browser runs on, so that people know their own in a list. */
final class DeviceName {

    private static final String UNKNOWN_BROWSER = "A browser";

    /** In this order, for most browsers name those they resemble as well. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("OPiOS/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Firefox/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("CrOS", "Chromebook"),
            new Mark("Mac OS X", "Mac"),
            new Mark("Linux", "Linux"));

    private DeviceName() {}

    /** Something like {@code Chrome, Android}. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return UNKNOWN_BROWSER;
        }
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        String named = browser == null ? UNKNOWN_BROWSER : browser;
        return system == null ? named : named + ", " + system;
    }

    private static @Nullable String first(List<Mark> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.sign()))
                .map(Mark::name)
                .findFirst()
                .orElse(null);
    }

    private record Mark(String sign, String name) {}
}
