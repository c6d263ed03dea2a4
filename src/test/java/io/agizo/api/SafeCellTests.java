package io.agizo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

    /** What a spreadsheet may run: a formula sign, whatever stands before it that is not seen. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\u200B\\uFEFF\\u00AD\"]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "−1",
                "﹦1",
                " =1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u00AD=1",
                "\u2060＝1",
                "\u202E=1",
                "\u3000=1",
                "\u3164=1",
                "\uFE0F=1",
                "\"=1",
                "\u200B \uFEFF+1",
                "\uDB40\uDC01=1",
                "\u0000=1"
            })
    void keepsASpreadsheetFromRunningACell(String text) {
        assertThat(SafeCell.of(text)).isEqualTo("'" + text);
        assertThat(SafeCell.read(SafeCell.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tx", "\rx", "\nx"})
    void letsNoCellBeginWithWhatIsSkipped(String text) {
        assertThat(SafeCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"a;=1|a;'=1", "a; ＝1;b|a;' ＝1;b", "a;'=1|a;''=1", "a;\"=1|a;'\"=1", "=1;=2|'=1;'=2"})
    void keepsACellFromBeingRunThatAnotherSeparatorMakes(String text, String safe) {
        assertThat(SafeCell.of(text)).isEqualTo(safe);
        assertThat(SafeCell.read(safe)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "is no product", "'tis", "'", "a, -1", "a;b", ";", "a\nb", "Café – 2 × 3"})
    void leavesOtherCellsAsTheyAre(String text) {
        assertThat(SafeCell.of(text)).isEqualTo(text);
        assertThat(SafeCell.read(text)).isEqualTo(text);
    }

    @Property
    void readsWhatItWrote(@ForAll @StringLength(max = 20) String text) {
        assertThat(SafeCell.read(SafeCell.of(text))).isEqualTo(text);
    }

    @Property
    void readsWhatItWroteOfWhatMatters(
            @ForAll
                    @Chars({'\'', '=', '＝', '+', '-', '@', '\t', '\n', '\r', ';', '"', 'a', ' ', '\u200B', '\uFEFF'})
                    @StringLength(max = 8)
                    String text) {
        assertThat(SafeCell.read(SafeCell.of(text))).isEqualTo(text);
    }

    @Property
    void isRunUnderNoSeparator(
            @ForAll
                    @Chars({'\'', '=', '＝', '+', '-', '@', '\t', '\n', '\r', ';', ',', '"', 'a', ' ', '\u200B', '\uFEFF'
                    })
                    @StringLength(max = 8)
                    String text) {
        String safe = SafeCell.of(text);

        assertThat(FORMULA.matcher(safe).matches()).isFalse();
        assertThat(List.of(safe.split("[;\t\r\n]", -1)))
                .noneMatch(part -> FORMULA.matcher(part).matches());
    }
}
