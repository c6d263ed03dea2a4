package io.agizo.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Brand;
import io.agizo.shared.Brand.Colours;
import io.agizo.shared.InvalidInput.Fault;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadableColoursTests {

    /** The colours that are hardest to read, and many that nobody thought of. */
    static Stream<String> colours() {
        Random random = new Random(480);
        return Stream.concat(
                Stream.of(
                        "#000000", "#ffffff", "#ffff00", "#00ffff", "#ff00ff", "#ff0000", "#00ff00", "#0000ff",
                        "#808080"),
                random.ints(200, 0, 1 << 24).mapToObj("#%06x"::formatted));
    }

    @ParameterizedTest
    @MethodSource("colours")
    void canBeReadAfterAtMostOneCorrection(String chosen) {
        String light = ReadableColours.nearest(chosen, false).orElseThrow();
        String dark = ReadableColours.nearest(chosen, true).orElseThrow();

        assertThat(ReadableColours.faults(light, dark)).isEmpty();
        assertThat(ReadableColours.nearest(light, false)).hasValue(light);
        assertThat(ReadableColours.nearest(dark, true)).hasValue(dark);
        assertReadable(new Colours(light, dark));
        assertReadable(ReadableColours.of(light, null));
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void areReadyMade(Palette palette) {
        assertThat(ReadableColours.faults(
                        palette.colours().light(), palette.colours().dark()))
                .isEmpty();
        assertReadable(palette.colours());
    }

    @Test
    void areThoseOfAnyShopAtFirst() {
        assertThat(Palette.TEA.colours()).isEqualTo(Brand.standard("Duka").colours());
    }

    @ParameterizedTest
    @CsvSource({"#036639, ''", "#ffd400, /colour", "#fe0000, /colour", "#FFFFFF, /colour"})
    void areRefusedWithTheNearestIfTheyCannot(String light, String field) {
        List<Fault> faults = ReadableColours.faults(light, null);

        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyElementsOf(field.isEmpty() ? List.of() : List.of(field));
        assertThat(faults)
                .allSatisfy(fault -> assertThat(fault.message())
                        .contains(ReadableColours.nearest(light, false).orElseThrow()));
        assertThat(ReadableColours.faults("#036639", "#036639"))
                .extracting(Fault::pointer)
                .containsExactly("/darkColour");
    }

    @Test
    void areNoneOfWhatIsNoColour() {
        assertThat(ReadableColours.nearest("red;}body{display:none", false)).isEmpty();
        assertThat(ReadableColours.nearest("", null)).isEqualTo(Palette.TEA.colours());
    }

    /** By the rule itself, for the text, the button and the tinted ground of both kinds of pages. */
    private static void assertReadable(Colours colours) {
        Tint light = Tint.of(Rgb.of(colours.light()), Ground.LIGHT);
        Tint dark = Tint.of(Rgb.of(colours.dark()), Ground.DARK);
        assertThat(Stream.of(
                        light.leaf().contrast(Ground.LIGHT.ground()),
                        light.leaf().contrast(Ground.LIGHT.surface()),
                        light.leaf().contrast(light.wash()),
                        light.on().contrast(light.leaf()),
                        dark.leaf().contrast(Ground.DARK.ground()),
                        dark.leaf().contrast(Ground.DARK.surface()),
                        dark.leaf().contrast(dark.wash()),
                        dark.on().contrast(dark.leaf())))
                .allSatisfy(contrast -> assertThat(contrast).isGreaterThanOrEqualTo(4.5));
        assertThat(light.on().contrast(light.pressed())).isGreaterThanOrEqualTo(4.5);
        assertThat(dark.on().contrast(dark.pressed())).isGreaterThanOrEqualTo(4.5);
    }
}
