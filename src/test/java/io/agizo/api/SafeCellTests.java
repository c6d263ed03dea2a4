package io.agizo.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void keepsASpreadsheetFromRunningACell(String text) {
        assertThat(SafeCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", " =", "is no product", "'tis", "'"})
    void leavesOtherCellsAsTheyAre(String text) {
        assertThat(SafeCell.of(text)).isEqualTo(text);
        assertThat(SafeCell.read(text)).isEqualTo(text);
    }

    @Property
    void readsWhatItWrote(
            @ForAll @Chars({'\'', '=', '+', '-', '@', '\t', '\n', 'a', ' '}) @StringLength(max = 6) String text) {
        assertThat(SafeCell.read(SafeCell.of(text))).isEqualTo(text);
    }
}
