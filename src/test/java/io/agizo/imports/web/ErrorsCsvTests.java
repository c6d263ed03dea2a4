package io.agizo.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.imports.RowError;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsCsvTests {

    @Test
    void writesATableThatOtherProgramsRead() throws IOException {
        StringWriter text = new StringWriter();
        try (ErrorsCsv csv = new ErrorsCsv(text)) {
            csv.write(List.of(new RowError(0, null, "The file, \"as such\""), new RowError(7, "sku", "is no product")));
        }

        assertThat(text)
                .hasToString("row,field,message\r\n0,,\"The file, \"\"as such\"\"\"\r\n7,sku,is no product\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void keepsASpreadsheetFromRunningACell(String cell) {
        assertThat(ErrorsCsv.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", " =", "is no product"})
    void leavesOtherCellsAsTheyAre(String cell) {
        assertThat(ErrorsCsv.safe(cell)).isEqualTo(cell);
    }
}
