package io.agizo.office.pages.look;

import io.agizo.branding.LookDetails;
import io.agizo.branding.Palette;
import io.agizo.branding.ReadableColours;
import io.agizo.branding.ShopLook;
import io.agizo.pages.Form;
import io.agizo.shared.Brand.Colours;
import io.agizo.shared.Brand.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is typed and chosen of the shop's look.
 *
 * @param palette the name of a {@link Palette} in small letters, or {@code own}
 * @param ownDark whether the colour on dark pages is chosen too
 */
record LookFields(
        String name,
        String lineEn,
        String lineSw,
        String deliveryEn,
        String deliverySw,
        String palette,
        String colour,
        boolean ownDark,
        String darkColour) {

    private static final String OWN = "own";

    /** As the shop looks now; what the settings of the installation say stands in the fields, to be made one's own. */
    static LookFields of(ShopLook look) {
        boolean silent = look.deliveryEn() == null && look.deliverySw() == null;
        Words delivery = silent ? look.shown().delivery() : new Words(look.deliveryEn(), look.deliverySw());
        Colours colours = look.shown().colours();
        return new LookFields(
                look.shown().name(),
                orNothing(look.lineEn()),
                orNothing(look.lineSw()),
                orNothing(delivery.en()),
                orNothing(delivery.sw()),
                ready(colours).map(LookFields::word).orElse(OWN),
                colours.light(),
                look.darkColour() != null,
                colours.dark());
    }

    /** @param sent where a button took over the nearest colour that can be read, that one counts */
    static LookFields sent(MultiValueMap<String, String> sent) {
        String dark = text(sent, "takeDark");
        String light = text(sent, "take");
        return new LookFields(
                text(sent, "name"),
                text(sent, "lineEn"),
                text(sent, "lineSw"),
                text(sent, "deliveryEn"),
                text(sent, "deliverySw"),
                text(sent, "palette"),
                light.isEmpty() ? text(sent, "colour") : light,
                sent.containsKey("ownDark"),
                dark.isEmpty() ? text(sent, "darkColour") : dark);
    }

    /** The shop's first look is no choice, so that its pages need no file more. */
    LookDetails details() {
        Optional<Palette> ready = ready();
        String light = ready.map(one -> one == Palette.TEA ? "" : one.colours().light())
                .orElse(colour);
        return new LookDetails(
                name, lineEn, lineSw, deliveryEn, deliverySw, light, ready.isEmpty() && ownDark ? darkColour : null);
    }

    /** How it would look; a colour that cannot be read as the nearest that can. */
    Colours shown() {
        return ready().map(Palette::colours)
                .orElseGet(() -> ReadableColours.nearest(colour, ownDark ? darkColour : null));
    }

    /** The nearest to the colour that can be read, where it cannot; null else. */
    @Nullable String better(boolean inTheDark) {
        if (ready().isPresent() || (inTheDark && !ownDark)) {
            return null;
        }
        String chosen = inTheDark ? darkColour : colour;
        return ReadableColours.nearest(chosen, inTheDark)
                .filter(nearest -> !nearest.equalsIgnoreCase(chosen))
                .orElse(null);
    }

    Form form() {
        return Form.of(Map.of(
                "name", name,
                "lineEn", lineEn,
                "lineSw", lineSw,
                "deliveryEn", deliveryEn,
                "deliverySw", deliverySw,
                "palette", ready().isPresent() ? palette : OWN,
                "colour", colour,
                "darkColour", darkColour,
                "ownDark", ownDark ? "true" : ""));
    }

    private Optional<Palette> ready() {
        return Arrays.stream(Palette.values())
                .filter(one -> word(one).equals(palette))
                .findFirst();
    }

    private static Optional<Palette> ready(Colours colours) {
        return Arrays.stream(Palette.values())
                .filter(one -> one.colours().equals(colours))
                .findFirst();
    }

    static String word(Palette palette) {
        return palette.name().toLowerCase(Locale.ROOT);
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        return orNothing(sent.getFirst(field));
    }

    private static String orNothing(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
