package io.agizo.storefront.pages.install;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** How a phone shows the shop among its apps (W3C Web Application Manifest). */
record Manifest(
        String id,
        String name,
        @JsonProperty("short_name") String shortName,
        String lang,
        @JsonProperty("start_url") String startUrl,
        String scope,
        String display,
        @JsonProperty("background_color") String backgroundColor,
        @JsonProperty("theme_color") String themeColor,
        List<Icon> icons) {

    /** The warm paper that pages stand on, and the green of the brand: tokens.css has them in another notation. */
    private static final String GROUND = "#fcfaf6";

    private static final String LEAF = "#1c6b43";

    /** Longer names are cut off below an icon. */
    private static final int SHORT = 12;

    /** @param purpose {@code maskable} where the phone may cut it into its own shape */
    record Icon(String src, String sizes, String type, String purpose) {}

    static Manifest of(String shop, String language, List<Icon> icons) {
        String first = shop.split(" ", 2)[0];
        return new Manifest(
                "/",
                shop,
                shop.length() <= SHORT ? shop : first,
                language,
                "/",
                "/",
                "standalone",
                GROUND,
                LEAF,
                icons);
    }
}
