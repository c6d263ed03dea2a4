package io.agizo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.shared.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarcodeTests {

    @ParameterizedTest
    @CsvSource({
        "6161100600034,6161100600034",
        "036000291452,036000291452",
        "0036000291452,036000291452",
        "00036000291452,036000291452",
        "96385074,96385074",
        "04252614,042100005264",
        "16161100600031,16161100600031",
        "SHELF-7/b,SHELF-7/b",
        "1234567,1234567",
        "' 96385074 ',96385074"
    })
    void haveOneFormForEachArticle(String typed, String kept) {
        assertThat(Barcode.all(List.of(typed))).containsExactly(kept);
        assertThat(Barcode.ifValid(typed)).contains(kept);
    }

    @Test
    void areKeptOnceHoweverOftenTheyAreSaid() {
        assertThat(Barcode.all(List.of("036000291452", "0036000291452", "A-1"))).containsExactly("036000291452", "A-1");
        assertThat(Barcode.all(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "6161100600035,wrong or missing",
        "96385075,wrong or missing",
        "6.16E+12,spreadsheet",
        "'6,16110060003E+12',spreadsheet",
        "ab,3 to 48",
        "two words,3 to 48",
        "'',3 to 48",
        "<بار>,3 to 48"
    })
    void areRefusedWithWhatToDo(String typed, String told) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Barcode.all(List.of(typed)))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .singleElement()
                        .satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/barcodes");
                            assertThat(fault.message()).contains(told);
                        }));
        assertThat(Barcode.ifValid(typed)).isEmpty();
    }
}
