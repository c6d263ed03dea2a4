package io.agizo.office.pages.look;

import io.agizo.branding.Palette;
import io.agizo.pages.Form;
import io.agizo.shared.Brand;
import io.agizo.shared.Brand.Words;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shop's look as it is changed, beside what it would look like.
 *
 * @param version which the change is made for
 * @param shown how the shop would appear, saved or not
 * @param sheet the path of the style sheet that shows it
 * @param nearest the nearest colour that can be read, where the chosen one cannot
 * @param nearestDark the same on dark pages
 * @param saved whether this is how the shop looks already
 * @param logo what was wrong with the file that was sent for the logo
 */
public record LookView(
        int version,
        Form form,
        Brand shown,
        String sheet,
        @Nullable String nearest,
        @Nullable String nearestDark,
        boolean saved,
        Form logo) {

    /** A ready-made colour to choose. */
    public record Swatch(String word, String light, String dark) {}

    public List<Swatch> swatches() {
        return Arrays.stream(Palette.values())
                .map(one -> new Swatch(
                        LookFields.word(one),
                        one.colours().light(),
                        one.colours().dark()))
                .toList();
    }

    static Words line(LookFields fields) {
        return new Words(
                fields.lineEn().isBlank() ? null : fields.lineEn(),
                fields.lineSw().isBlank() ? null : fields.lineSw());
    }
}
