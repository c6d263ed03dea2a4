package io.agizo.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.shared.InvalidInput;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersInFilesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.250   | can mean 1.25 or 1250; write 1.25 or 1250
            1,250   | can mean 1.25 or 1250; write 1.25 or 1250
            450.000 | can mean 450 or 450000; write 450 or 450000
            12.000  | can mean 12 or 12000; write 12 or 12000
            -1.250  | can mean -1.25 or -1250; write -1.25 or -1250
            1e2     | must be written out without an E, such as 1250 for 1.25E+03
            1.2E+03 | must be written out without an E, such as 1250 for 1.25E+03
            """)
    void refusesAnAmountThatCanMeanTwoThingsAndSaysWhatToWrite(String text, String message) {
        assertRefused(() -> NumberCell.amount(text, UploadFormat.CSV, 2), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 250", "1'250", "1’250", "1\u00A0250", "1\u202F250.00", "1.250.000", "1,250,000", "1,250.00",
                        "1.250,00",
                "12,50", "KES 5", "0x10", "1_000", "١٢", "5f", "--5", ".", "9999999999999999999999999999999"
            })
    void refusesAnAmountWithAnyOtherSignInIt(String text) {
        assertRefused(
                () -> NumberCell.amount(text, UploadFormat.CSV, 2),
                "must be an amount with a decimal point and without other signs, such as 1250.00");
    }

    @ParameterizedTest
    @CsvSource({"1250, 1250", "1250.00, 1250", "1250.000, 1250", "0.500, 0.5", ".5, 0.5", "65.5, 65.5", "9.9900, 9.99"})
    void takesAnAmountThatMeansOneThing(String text, BigDecimal amount) {
        assertThat(NumberCell.amount(text, UploadFormat.CSV, 2)).isEqualByComparingTo(amount);
    }

    @Test
    void takesThreeDecimalsAfterAPointWhereTheCurrencyHasThree() {
        assertThat(NumberCell.amount("1.250", UploadFormat.CSV, 3)).isEqualByComparingTo("1.25");
        assertRefused(
                () -> NumberCell.amount("1,250", UploadFormat.CSV, 3), "can mean 1.25 or 1250; write 1.25 or 1250");
    }

    @Test
    void readsTheNumbersOfProgramsAsTheyAre() {
        assertThat(NumberCell.amount("1.250", UploadFormat.NDJSON, 2)).isEqualByComparingTo("1.25");
        assertThat(NumberCell.amount("1e2", UploadFormat.NDJSON, 2)).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "2.0, 2", "'2,0', 2", "2.00, 2", "0.000, 0", "1250.000, 1250", "100000, 100000"})
    void takesAWholeNumberAsSpreadsheetsWriteIt(String text, int number) {
        assertThat(NumberCell.whole(text, UploadFormat.CSV, 0, 100_000)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.250   | can mean 1.25 or 1250; write 1250 if you mean that
            2,000   | can mean 2 or 2000; write 2 or 2000
            1e2     | must be written out without an E, such as 1250 for 1.25E+03
            1.2E+03 | must be written out without an E, such as 1250 for 1.25E+03
            2.5     | must be a whole number from 0 to 100000
            2,5     | must be a whole number from 0 to 100000
            1 250   | must be a whole number from 0 to 100000
            1'250   | must be a whole number from 0 to 100000
            -1.0    | must be a whole number from 0 to 100000
            100001  | must be a whole number from 0 to 100000
            ٢       | must be a whole number from 0 to 100000
            """)
    void refusesAnyOtherWholeNumber(String text, String message) {
        assertRefused(() -> NumberCell.whole(text, UploadFormat.CSV, 0, 100_000), message);
    }

    private static void assertRefused(Runnable reading, String message) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(reading::run)
                .satisfies(invalid ->
                        assertThat(invalid.faults().getFirst().message()).isEqualTo(message));
    }
}
