package io.agizo.branding;

import io.agizo.shared.Brand.Colours;

/** Colours that go well with the shop's pages, for whoever has none of their own. */
public enum Palette {
    TEA("#036639"),
    SEA("#00607f"),
    INDIGO("#3b42a0"),
    PLUM("#752f71"),
    HIBISCUS("#ab153b"),
    CLAY("#9d4616"),
    COFFEE("#65452a"),
    CHARCOAL("#3f3d37");

    private final String light;

    Palette(String light) {
        this.light = light;
    }

    public Colours colours() {
        return ReadableColours.of(light, null);
    }
}
