package io.agizo.branding;

/**
 * Everything that takes the shop's colour on one kind of ground.
 *
 * @param leaf the colour itself: the main button, links, where the focus is
 * @param pressed the button under the finger
 * @param on what is written on the button
 * @param wash the ground behind pictures and what is chosen
 * @param awning the stripes above the page
 */
record Tint(Rgb leaf, Rgb pressed, Rgb on, Rgb wash, Rgb awning) {

    private static final double STEP_WHEN_PRESSED = .06;

    /** Darker than this a button cannot become. */
    private static final double DARKEST_TO_DARKEN = .2;

    static Tint of(Rgb colour, Ground ground) {
        Oklch seen = Oklch.of(colour);
        boolean darker = ground == Ground.LIGHT && seen.lightness() > DARKEST_TO_DARKEN;
        Rgb pressed = seen.withLightness(seen.lightness() + (darker ? -STEP_WHEN_PRESSED : STEP_WHEN_PRESSED))
                .rgb();
        Rgb awning = ground == Ground.LIGHT
                ? colour
                : seen.withLightness(.48).atMost(.1).rgb();
        return new Tint(colour, pressed, ground.on(seen), ground.wash(seen), awning);
    }

    /** As custom properties of a style sheet, under the names of {@code tokens.css}. */
    String properties() {
        return "--leaf:%s;--leaf-pressed:%s;--on-leaf:%s;--leaf-wash:%s;--awning:%s"
                .formatted(leaf.hex(), pressed.hex(), on.hex(), wash.hex(), awning.hex());
    }
}
