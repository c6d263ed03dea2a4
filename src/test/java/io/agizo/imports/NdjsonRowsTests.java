package io.agizo.imports;

import static io.agizo.imports.ImportKind.CUSTOMERS;
import static io.agizo.imports.ImportKind.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonRowsTests {

    @Test
    void readsTextsNumbersAndNull() {
        List<Row> rows = Reading.ndjson(
                PRODUCTS,
                "\uFEFF{\"sku\":\"A\",\"price\":450.10,\"stock\":5,\"visible\":true,\"category\":null}\r\n\n{\"sku\":\"B\"}");

        assertThat(rows)
                .containsExactly(
                        new Row(
                                1,
                                Map.of("sku", "A", "price", "450.10", "stock", "5", "visible", "true", "category", ""),
                                List.of()),
                        new Row(2, Map.of("sku", "B"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "12",
                "null",
                "\"text\"",
                "{",
                "{\"code\":}",
                "{\"code\":\"A\"} {}",
                "{\"code\":\"A\"}]",
                "code,name",
                "{\"code\":\"A\",\"code\":\"B\"}",
                "{\"code\":NaN}",
                "{'code':'A'}"
            })
    void refusesALineThatIsNotOneObjectAndReadsOn(String line) {
        List<Row> rows = Reading.ndjson(CUSTOMERS, line + "\n{\"code\":\"B\"}\n");

        assertThat(rows.get(0).errors()).extracting(RowError::field).containsExactly((String) null);
        assertThat(rows.get(1)).isEqualTo(new Row(2, Map.of("code", "B"), List.of()));
    }

    @Test
    void namesMembersThatAreNoColumnsOrNoCells() {
        Row row = Reading.ndjson(CUSTOMERS, "{\"code\":{\"a\":[1]},\"nmae\":\"Juma\",\"name\":\"Juma\"}")
                .getFirst();

        assertThat(row.errors()).extracting(RowError::field).containsExactly("code", "nmae");
        assertThat(row.cells()).isEqualTo(Map.of("name", "Juma"));
    }

    @Test
    void namesOnlySoMuchOfALineThatIsAllWrong() {
        StringBuilder members =
                new StringBuilder("\"code\":\"").append("C".repeat(101)).append('"');
        for (int i = 0; i < 1_500; i++) {
            members.append(",\"x").append(i).append("\":1");
        }

        Row row = Reading.ndjson(CUSTOMERS, "{" + members + "}").getFirst();

        assertThat(row.errors()).hasSize(20);
        assertThat(row.errors().getFirst()).isEqualTo(new RowError(1, "code", "is longer than 100 characters"));
    }

    @Test
    void keepsWhatItReadBeforeALineBroke() {
        Row row = Reading.ndjson(CUSTOMERS, "{\"code\":\"C-1\",\"name\":}").getFirst();

        assertThat(row.cells()).isEqualTo(Map.of("code", "C-1"));
    }

    @Test
    void refusesWhatNoDatabaseStores() {
        Row row = Reading.ndjson(CUSTOMERS, "{\"code\":\"\\u0000\",\"name\":\"\\ud83d\",\"email\":\"\\ud83d\\ude00\"}")
                .getFirst();

        assertThat(row.errors()).extracting(RowError::field).containsExactly("code", "name");
    }

    @Test
    void survivesDeepNesting() {
        List<Row> rows = Reading.ndjson(CUSTOMERS, "{\"code\":" + "[".repeat(9_000) + "\n");

        assertThat(rows.getFirst().errors()).hasSize(1);
    }

    @Test
    void stopsAtALineWithoutEnd() {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Reading.count(
                        UploadFormat.NDJSON, CUSTOMERS, CsvRowsTests.endless("{\"code\":\"", "many words ")))
                .withMessageContaining("longer than");
    }

    @Test
    void stopsAtWhatIsNotUtf8() {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Reading.rows(
                        UploadFormat.NDJSON, CUSTOMERS, "{\"name\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .withMessageContaining("UTF-8");
    }
}
