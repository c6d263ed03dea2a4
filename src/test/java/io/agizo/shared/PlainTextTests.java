package io.agizo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void losesTheSpaceAroundItAndKeepsOneKindOfLineBreak() {
        assertThat(PlainText.tidy(" Loose leaf.\r\nFrom Kericho. ")).isEqualTo("Loose leaf.\nFrom Kericho.");
        assertThat(PlainText.tidy(" \t")).isNull();
        assertThat(PlainText.tidy(null)).isNull();
    }

    @Test
    void isOneLineWithoutControls() {
        assertThat(PlainText.isLine("Ugali 😀 çay")).isTrue();
        assertThat(PlainText.isLine("two\nlines")).isFalse();
        assertThat(PlainText.isLine("ends\n")).isFalse();
        assertThat(PlainText.isLine("half \ud83d")).isFalse();
        assertThat(PlainText.isLine("\u0085")).isFalse();
    }

    @Test
    void mayHoldLinesOfAnyLength() {
        assertThat("line\n".repeat(100_000)).matches(PlainText.LINES);
        assertThat("tab\t").doesNotMatch(PlainText.LINES);
        assertThat("half \ud83d").doesNotMatch(PlainText.LINES);
    }
}
