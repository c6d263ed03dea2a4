package io.agizo.branding;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Brand.Colours;
import org.junit.jupiter.api.Test;

class StyleSheetTests {

    private static final Colours CLAY = Palette.CLAY.colours();

    @Test
    void followsFromItsNameAlone() {
        StyleSheet sheet = StyleSheet.of(CLAY);

        assertThat(sheet.path()).matches("/look/shop-9d4616-[0-9a-f]{6}-[0-9a-f]{12}\\.css");
        assertThat(StyleSheet.ofName(name(sheet))).hasValue(sheet);
        assertThat(StyleSheet.ofName(name(StyleSheet.preview(CLAY)))).hasValue(StyleSheet.preview(CLAY));
        assertThat(sheet.text()).contains("--leaf:#9d4616", "--leaf:" + CLAY.dark(), "prefers-color-scheme:dark");
    }

    @Test
    void isNotMadeOfJustAnything() {
        String name = name(StyleSheet.of(CLAY));

        assertThat(StyleSheet.ofName(name.replace("9d4616", "ffff00"))).isEmpty();
        assertThat(StyleSheet.ofName(name.replace("9d4616", "9d46;}"))).isEmpty();
        assertThat(StyleSheet.ofName("shop.css")).isEmpty();
    }

    private static String name(StyleSheet sheet) {
        return sheet.path().substring(StyleSheet.FOLDER.length());
    }
}
