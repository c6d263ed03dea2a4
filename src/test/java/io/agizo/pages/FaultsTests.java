package io.agizo.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agizo.ModuleContext;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a use case finds wrong, as pages tell it. */
class FaultsTests {

    private static final String UNTRANSLATED = "Hapa kuna kosa";

    private static String inSwahili(InvalidInput invalid) {
        try {
            Form refused = Form.blank().refused(invalid);
            return new Bundles(ModuleContext.SHOP)
                    .in(Locale.of("sw"))
                    .text(Objects.requireNonNull(refused.fault("field")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void areToldInTheLanguageOfTheReaderWithTheFiguresOfTheRule() {
        InvalidInput invalid = catchThrowableOfType(
                InvalidInput.class, () -> InvalidInput.at("/field", () -> PhoneNumber.parse("none", "KE")));

        assertThat(inSwahili(invalid))
                .isEqualTo(
                        "Hii lazima iwe nambari moja ya simu kama 0711000001 au +254711000001, bila herufi, maneno wala nambari ya ndani.");
        assertThat(inSwahili(new InvalidInput("/field", "must be at least 12 characters long")))
                .isEqualTo("Inapaswa kuwa na herufi 12 au zaidi.");
        assertThat(inSwahili(new InvalidInput("/field", "must be a time such as 2026-11-22T09:00:00Z")))
                .isEqualTo("Andika wakati kama 2026-11-22T09:00:00Z.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "must be at most 128 characters long",
                "is one of those that are tried first; three or four words of your own are better",
                "must be a name of at most 200 characters",
                "must be at most 100 characters",
                "must be given",
                "“12” has a digit that is wrong or missing; scan it again or compare each digit",
                "“12” is a barcode of the product “TEA-500”",
                "can mean 1.25 or 1250; write 1250 if you mean that",
                "must be one of available, low, out",
                "has more than the 2 decimals of KES",
                "is 3, but 4 in order A7K2-9QX, placed before under this reference",
                "is not the time of order A7K2-9QX, placed before under this reference, which is 2026-11-22T09:00:00.5Z",
                PlainText.LINE_RULE,
                "is theirs alone to change, since they have accepted",
                "The link was used before, or is too old. Ask for a new one"
            })
    void areAllTranslatedThatPagesMeet(String message) {
        assertThat(inSwahili(new InvalidInput("/field", message))).doesNotStartWith(UNTRANSLATED);
    }

    @Test
    void areToldInEnglishWhereNobodyTranslatedThem() {
        assertThat(inSwahili(new InvalidInput("/field", "must rhyme"))).isEqualTo(UNTRANSLATED + ": must rhyme.");
    }
}
