package io.agizo.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowErrorTests {

    @ParameterizedTest
    @CsvSource({
        "/price, price",
        "/translations/sw/name, name_sw",
        "/translations/sw/description, description_sw",
        "/translations/sw/category, category_sw"
    })
    void namesTheColumnThatIsAtFault(String pointer, String column) {
        assertThat(RowError.column(pointer)).isEqualTo(column);
    }
}
