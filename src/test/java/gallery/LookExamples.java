package gallery;

import static gallery.Example.in;

import io.agizo.branding.Palette;
import io.agizo.branding.StyleSheet;
import io.agizo.office.pages.look.LookView;
import io.agizo.pages.Form;
import io.agizo.shared.Brand;
import io.agizo.shared.Brand.Colours;
import io.agizo.shared.Brand.Words;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of the shop's look in the situations in which its owner meets it. */
final class LookExamples {

    private static final String ENDLESS = "Mama Njeri na Wanawe Duka la Jumla 1234567";
    private static final Colours OLIVE = new Colours("#7a6400", "#ffd400");

    private LookExamples() {}

    static Stream<Example> all() {
        Brand standard = Brand.standard("Mama Njeri’s Duka");
        Map<String, String> chosen = Map.of("name", standard.name(), "palette", "tea", "colour", "#036639");
        Map<String, String> own = Map.of(
                "name", ENDLESS, "lineEn", "x".repeat(120), "palette", "own", "colour", "#ffd400", "ownDark", "true");
        Form wrong = Form.of(own)
                .refused("name", Form.FAULT, "must be at most 40 characters")
                .refused(
                        "colour",
                        Form.FAULT,
                        "is too pale to be read on light pages; “#7a6400” is the nearest that can be read");
        Brand endless = new Brand(ENDLESS, new Words("x".repeat(120), null), Words.NONE, null, OLIVE, null);
        Form noPicture = Form.blank().refused("file", "products.pictures.drawing");
        return Stream.of(
                in("look", "office/look/page", view(Form.of(chosen), standard, null, true, Form.blank())),
                in("look-wrong", "office/look/page", view(wrong, endless, OLIVE.light(), false, Form.blank())),
                in("look-no-logo", "office/look/page", view(Form.of(chosen), standard, null, true, noPicture)));
    }

    private static LookView view(Form form, Brand shown, @Nullable String nearest, boolean saved, Form logo) {
        Colours colours = nearest == null ? Palette.TEA.colours() : OLIVE;
        return new LookView(
                1,
                form,
                shown,
                StyleSheet.preview(colours).path(),
                nearest,
                nearest == null ? null : "#ffd400",
                saved,
                logo);
    }
}
