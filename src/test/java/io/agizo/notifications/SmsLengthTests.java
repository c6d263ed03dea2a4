package io.agizo.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The length of a text as networks count it. */
class SmsLengthTests {

    @ParameterizedTest
    @CsvSource({"0,1", "160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
    void plainLettersFill160AloneAnd153Joined(int letters, int parts) {
        assertThat(SmsLength.of("a".repeat(letters))).isEqualTo(new SmsLength(false, letters, parts));
    }

    @ParameterizedTest
    @CsvSource({"70,1", "71,2", "134,2", "135,3"})
    void oneForeignLetterLeaves70AloneAnd67Joined(int letters, int parts) {
        assertThat(SmsLength.of("ŵ" + "a".repeat(letters - 1))).isEqualTo(new SmsLength(true, letters, parts));
    }

    @ParameterizedTest
    @CsvSource({"^", "{", "}", "\\", "[", "~", "]", "|", "€"})
    void escapedLettersCountTwo(String letter) {
        assertThat(SmsLength.of(letter.repeat(80))).isEqualTo(new SmsLength(false, 160, 1));
        assertThat(SmsLength.of(letter.repeat(81)).parts()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"@", "£", "¥", "é", "Ç", "Å", "Δ", "Ω", "ß", "¡", "¿", "§", "à", "¤"})
    void theWholeGsmAlphabetIsPlain(String letter) {
        assertThat(SmsLength.of(letter)).isEqualTo(new SmsLength(false, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"`", "ç", "á", "’", "—", "х", "字"})
    void lettersThatOnlyLookAlikeAreForeign(String letter) {
        assertThat(SmsLength.of(letter).unicode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"35,1", "36,2", "66,2", "67,3"})
    void aSurrogatePairIsNeverSplitBetweenParts(int smileys, int parts) {
        assertThat(SmsLength.of("😀".repeat(smileys)).parts()).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"152,2", "153,3"})
    void anEscapeIsNeverSplitFromItsLetter(int euros, int parts) {
        assertThat(SmsLength.of("€".repeat(euros)).parts()).isEqualTo(parts);
    }

    @Property
    void partsAreNeverFewerThanTheUnitsNeed(@ForAll String text) {
        SmsLength length = SmsLength.of(text);
        int alone = length.unicode() ? 70 : 160;
        int joined = length.unicode() ? 67 : 153;
        int least = length.units() <= alone ? 1 : Math.ceilDiv(length.units(), joined);
        assertThat(length.parts()).isBetween(least, least + least / 60 + 1);
    }
}
