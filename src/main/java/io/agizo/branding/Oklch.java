package io.agizo.branding;

/**
 * A colour by what the eye makes of it, as style sheets write it (CSS Color 4): the same step in lightness looks the same in every
 * hue.
 *
 * @param lightness from 0 to 1
 * @param chroma how far it is from grey
 * @param hue in degrees
 */
record Oklch(double lightness, double chroma, double hue) {

    /** Beyond what an eye or a screen tells apart. */
    private static final double STEP = 0.002;

    /** What rounding makes of a part that a screen can just show. */
    private static final double SLACK = 0.002;

    static Oklch of(Rgb colour) {
        double red = Rgb.light(colour.red());
        double green = Rgb.light(colour.green());
        double blue = Rgb.light(colour.blue());
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                Math.hypot(a, b),
                (Math.toDegrees(Math.atan2(b, a)) + 360) % 360);
    }

    Oklch withLightness(double other) {
        return new Oklch(Math.clamp(other, 0, 1), chroma, hue);
    }

    /** The same hue, no more colourful than that. */
    Oklch atMost(double mostChroma) {
        return new Oklch(lightness, Math.min(chroma, mostChroma), hue);
    }

    /** As a screen shows it: of what is more colourful than it can, the most colourful that it can. */
    Rgb rgb() {
        for (double less = chroma; less > 0; less -= STEP) {
            double[] parts = parts(less);
            if (isShown(parts)) {
                return rounded(parts);
            }
        }
        return rounded(parts(0));
    }

    private double[] parts(double colourful) {
        double a = colourful * Math.cos(Math.toRadians(hue));
        double b = colourful * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean isShown(double[] parts) {
        for (double part : parts) {
            if (part < -SLACK || part > 1 + SLACK) {
                return false;
            }
        }
        return true;
    }

    private static Rgb rounded(double[] parts) {
        return new Rgb(part(parts[0]), part(parts[1]), part(parts[2]));
    }

    private static int part(double light) {
        double share = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return Math.clamp(Math.round(share * 255), 0, 255);
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
