package io.agizo.branding;

import io.agizo.shared.Brand.Colours;
import org.jspecify.annotations.Nullable;

/** Colours that go well with the shop's pages, for whoever has none of their own. */
public enum Palette {
    TEA("#036639", "#5ec386"),
    SEA("#00607f"),
    INDIGO("#3b42a0"),
    PLUM("#752f71"),
    HIBISCUS("#ab153b"),
    CLAY("#9d4616"),
    COFFEE("#65452a"),
    CHARCOAL("#3f3d37");

    private final String light;
    private final @Nullable String dark;

    Palette(String light) {
        this(light, null);
    }

    Palette(String light, @Nullable String dark) {
        this.light = light;
        this.dark = dark;
    }

    public Colours colours() {
        return ReadableColours.of(light, dark);
    }
}
