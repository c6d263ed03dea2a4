package io.agizo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFormTests {

    @Property
    void isWhatThePatternSays(@ForAll @CharRange(from = '*', to = '{') @StringLength(max = 3) String text) {
        assertThat(CodeForm.fits(text)).isEqualTo(text.matches(CodeForm.PATTERN));
    }

    @ParameterizedTest
    @CsvSource({".,false", "..,false", "new,false", "...,true", "new-1,true", "anew,true", "NEW,true"})
    void leavesWhatMeansSomethingElseInAnAddress(String text, boolean free) {
        assertThat(text.matches(CodeForm.FREE)).isEqualTo(free);
    }

    @Property
    void isAtMostFortyLong(@ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 38, max = 43) String text) {
        assertThat(CodeForm.fits(text)).isEqualTo(text.length() <= 40);
    }
}
