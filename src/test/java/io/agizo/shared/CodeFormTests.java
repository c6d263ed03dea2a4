package io.agizo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class CodeFormTests {

    @Property
    void isWhatThePatternSays(@ForAll @CharRange(from = '*', to = '{') @StringLength(max = 3) String text) {
        assertThat(CodeForm.fits(text)).isEqualTo(text.matches(CodeForm.PATTERN));
    }

    @Property
    void isAtMostFortyLong(@ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 38, max = 43) String text) {
        assertThat(CodeForm.fits(text)).isEqualTo(text.length() <= 40);
    }
}
