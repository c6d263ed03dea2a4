package io.agizo.branding;

import io.agizo.shared.Brand.Colours;
import io.agizo.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop's colours as they can be read, which is at least level AA of WCAG 2.2 everywhere on its pages. */
public final class ReadableColours {

    /** As bright as the shop's own green on dark pages; from there it only gets brighter. */
    private static final double LIGHTNESS_IN_THE_DARK = .74;

    /** More dazzles in the dark. */
    private static final double MOST_CHROMA_IN_THE_DARK = .13;

    private ReadableColours() {}

    /** Those that were chosen; where none was chosen for dark pages, one of the same hue that suits them. */
    static Colours of(String light, @Nullable String dark) {
        return new Colours(light, dark == null ? suitsTheDark(Rgb.of(light)).hex() : dark);
    }

    /** The nearest to what was chosen that can be read: itself for most; nothing for what is no colour. */
    public static Optional<String> nearest(@Nullable String colour, boolean inTheDark) {
        return Optional.ofNullable(colour)
                .filter(Rgb::isOne)
                .map(chosen -> (inTheDark ? Ground.DARK : Ground.LIGHT)
                        .nearest(Rgb.of(chosen))
                        .hex());
    }

    /** The nearest of both that can be read; of what is no colour, those that shops have anyway. */
    public static Colours nearest(String light, @Nullable String dark) {
        return nearest(light, false)
                .map(readable -> of(readable, nearest(dark, true).orElse(null)))
                .orElseGet(Palette.TEA::colours);
    }

    static List<Fault> faults(@Nullable String light, @Nullable String dark) {
        List<Fault> faults = new ArrayList<>();
        if (light != null && !Ground.LIGHT.shows(Rgb.of(light))) {
            faults.add(new Fault(
                    "/colour",
                    "is too pale to be read on light pages; “%s” is the nearest that can be read"
                            .formatted(nearest(light, false).orElseThrow())));
        }
        if (dark != null && !Ground.DARK.shows(Rgb.of(dark))) {
            faults.add(new Fault(
                    "/darkColour",
                    "is too dark to be read on dark pages; “%s” is the nearest that can be read"
                            .formatted(nearest(dark, true).orElseThrow())));
        }
        return faults;
    }

    private static Rgb suitsTheDark(Rgb light) {
        Oklch bright = Oklch.of(light).withLightness(LIGHTNESS_IN_THE_DARK).atMost(MOST_CHROMA_IN_THE_DARK);
        return Ground.DARK.nearest(bright.rgb());
    }
}
