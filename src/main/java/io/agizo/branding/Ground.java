package io.agizo.branding;

/** What colours of the shop lie on, with the numbers of {@code tokens.css}: light pages and dark ones. */
final class Ground {

    static final Ground LIGHT = new Ground(new Oklch(.985, .008, 85), new Oklch(1, 0, 0), .95, .03);
    static final Ground DARK = new Ground(new Oklch(.19, .012, 85), new Oklch(.23, .014, 85), .28, .04);

    /** What the least readable text needs (WCAG 2.2, 1.4.3, level AA). */
    static final double LEAST_CONTRAST = 4.5;

    /** A difference in lightness that nobody sees. */
    private static final double STEP = 0.005;

    private final Oklch ground;
    private final Oklch surface;
    private final double washLightness;
    private final double washChroma;

    /**
     * @param washLightness of what is tinted with the shop's colour, such as the ground behind a picture
     * @param washChroma the most that it is coloured
     */
    private Ground(Oklch ground, Oklch surface, double washLightness, double washChroma) {
        this.ground = ground;
        this.surface = surface;
        this.washLightness = washLightness;
        this.washChroma = washChroma;
    }

    Rgb ground() {
        return ground.rgb();
    }

    Rgb surface() {
        return surface.rgb();
    }

    /** A breath of the colour. */
    Rgb wash(Oklch colour) {
        return colour.withLightness(washLightness).atMost(washChroma).rgb();
    }

    /** What is written on the colour. */
    Rgb on(Oklch colour) {
        return this == LIGHT
                ? colour.withLightness(.99).atMost(.01).rgb()
                : colour.withLightness(.19).atMost(.03).rgb();
    }

    /** Whether text in the colour can be read wherever the shop has some, and text on it too. */
    boolean shows(Rgb colour) {
        Oklch seen = Oklch.of(colour);
        return colour.contrast(ground()) >= LEAST_CONTRAST
                && colour.contrast(surface()) >= LEAST_CONTRAST
                && colour.contrast(wash(seen)) >= LEAST_CONTRAST
                && colour.contrast(on(seen)) >= LEAST_CONTRAST;
    }

    /** The nearest of the same hue that can be read: as it is, or as little darker (on dark pages lighter) as it takes. */
    Rgb nearest(Rgb colour) {
        Rgb nearest = colour;
        Oklch wanted = Oklch.of(colour);
        for (double lightness = wanted.lightness(); !shows(nearest) && lightness > -STEP && lightness < 1 + STEP; ) {
            lightness += this == LIGHT ? -STEP : STEP;
            nearest = wanted.withLightness(lightness).rgb();
        }
        return nearest;
    }
}
