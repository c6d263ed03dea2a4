package io.agizo.imports;

import static io.agizo.imports.ImportKind.CUSTOMERS;
import static io.agizo.imports.ImportKind.ORDERS;
import static io.agizo.imports.ImportKind.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTests {

    private static final Map<String, String> AMINA =
            Map.of("code", "C-1", "name", "Amina Otieno", "phone", "0711000001");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name,phone\nC-1,Amina Otieno,0711000001\n",
                "code;name;phone\r\nC-1;Amina Otieno;0711000001",
                "code\tname\tphone\rC-1\tAmina Otieno\t0711000001\r",
                "\uFEFFcode,name,phone\nC-1,Amina Otieno,0711000001\n",
                "phone,code,name\n0711000001,C-1,Amina Otieno\n",
                "\n\n\"Code\";\" NAME \";phone\n\n\"C-1\";\" Amina Otieno \";\"0711000001\"\n\n"
            })
    void readsOneTableHoweverItIsWritten(String text) {
        assertThat(Reading.csv(CUSTOMERS, text)).containsExactly(new Row(1, AMINA, List.of()));
    }

    @Test
    void keepsSeparatorsQuotesAndLineEndsWithinQuotes() {
        List<Row> rows = Reading.csv(PRODUCTS, "sku,name,price\nA,\"Tea, \"\"Kericho\"\";\r\n500 g\",1\n");

        assertThat(rows.getFirst().cells()).containsEntry("name", "Tea, \"Kericho\";\r\n500 g");
    }

    @Test
    void countsRowsNotLines() {
        List<Row> rows = Reading.csv(CUSTOMERS, "code,name\n\nA,\"one\ntwo\"\n\nB,three\n");

        assertThat(rows).extracting(Row::number).containsExactly(1, 2);
    }

    @Test
    void refusesARowWithMoreCellsThanTheHeader() {
        List<Row> rows = Reading.csv(CUSTOMERS, "code,name\nB,Juma\nC,Juma,0711\n");

        assertThat(rows.get(0).errors()).isEmpty();
        assertThat(rows.get(1).errors()).containsExactly(new RowError(2, null, "has 3 cells where the header has 2"));
    }

    @Test
    void takesARowThatIsShortBecauseItsLastCellsAreEmpty() {
        List<Row> rows = Reading.csv(CUSTOMERS, "code,name,phone,email\nA,Amina\nB\n");

        assertThat(rows)
                .containsExactly(
                        new Row(1, Map.of("code", "A", "name", "Amina"), List.of()),
                        new Row(2, Map.of("code", "B"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",,", ",", " , ,\t", "\"\",\"\",\"\"", ",,,,,,"})
    void passesOverARowWithNothingInItAndDoesNotCountIt(String empty) {
        List<Row> rows = Reading.csv(
                CUSTOMERS, "code,name,phone\n" + empty + "\nA,Amina,\n" + empty + "\n" + empty + "\nB,Juma,\n" + empty);

        assertThat(rows).extracting(Row::number).containsExactly(1, 2);
        assertThat(rows).allSatisfy(row -> assertThat(row.errors()).isEmpty());
    }

    @Test
    void refusesARowWithANulCharacter() {
        assertThat(Reading.csv(CUSTOMERS, "code,name\nA,Ju\0ma\n").getFirst().errors())
                .extracting(RowError::field)
                .containsExactly("name");
    }

    @Test
    void namesAColumnThatDoesNotExist() {
        refused(PRODUCTS, "sku,name,prize\n", 0, "“prize”");
    }

    @Test
    void namesAColumnThatStandsTwice() {
        refused(CUSTOMERS, "code,name,Code\n", 0, "“code” twice");
    }

    @Test
    void namesAColumnThatHasNoName() {
        refused(CUSTOMERS, "code,name,\n", 0, "Column 3");
    }

    @Test
    void namesAColumnThatMustBeThere() {
        refused(PRODUCTS, "sku,name\n", 0, "lacks the column “price”");
        refused(ORDERS, "reference,customer\n", 0, "lacks the column “item” or “sku”");
    }

    @Test
    void saysThatAFileIsEmpty() {
        refused(CUSTOMERS, "", 0, "empty");
        refused(CUSTOMERS, "\uFEFF\n\n", 0, "empty");
    }

    @Test
    void saysAtWhichRowAQuoteIsBroken() {
        refused(CUSTOMERS, "code,name\nA,B\nC,\"D\"x\n", 2, "quote");
        refused(CUSTOMERS, "code,name\nA,B\nC,\"D\n", 2, "quote");
    }

    @Test
    void saysThatAFileInAnotherCharsetIsNotUtf8() {
        unreadable("code,name\nA,Müller\n".getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
        unreadable("code,näme\nA,B\n".getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
        unreadable("code,name\nA,B\n".getBytes(StandardCharsets.UTF_16), "UTF-8");
        unreadable("code,name\nA,B\n".getBytes(StandardCharsets.UTF_16LE), "UTF-8");
    }

    @Test
    void namesTheRowOfOneStrayByte() {
        byte[] bytes = "code,name\nA,B\n,\nC,M~ller\nD,E\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('~')] = (byte) 0xFC;

        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Reading.rows(UploadFormat.CSV, CUSTOMERS, bytes))
                .satisfies(unreadable ->
                        assertThat(unreadable.error().message()).startsWith("Row 2: The file is not text in UTF-8."));
    }

    @Test
    void stopsAtAMillionColumns() {
        refused(CUSTOMERS, "a,".repeat(1_000_000) + "\n", 0, "no header");
        refused(CUSTOMERS, "code,name\n" + ",".repeat(1_000_000) + "\n", 1, "more than 100 columns");
    }

    @Test
    void stopsAtACellOfAHundredMegabytes() {
        String start = "code,name\nA,\"";
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Reading.count(UploadFormat.CSV, CUSTOMERS, endless(start, "many words ")))
                .satisfies(
                        unreadable -> assertThat(unreadable.error().message()).startsWith("Row 1: "));
    }

    @Test
    void stopsAfterAMillionRows() {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Reading.count(UploadFormat.CSV, CUSTOMERS, endless("code,name\n", "A,B\n")))
                .withMessageContaining("more than 1000000 rows");
    }

    private static void refused(ImportKind kind, String text, int row, String says) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Reading.csv(kind, text))
                .withMessageContaining(says)
                .satisfies(unreadable -> assertThat(unreadable.row()).isEqualTo(row));
    }

    private static void unreadable(byte[] bytes, String says) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> Reading.rows(UploadFormat.CSV, CUSTOMERS, bytes))
                .withMessageContaining(says);
    }

    /** The start, then the same again and again without an end: whoever held on to it would run out of memory. */
    static InputStream endless(String start, String again) throws IOException {
        byte[] block = again.repeat(1000).getBytes(StandardCharsets.UTF_8);
        Enumeration<InputStream> blocks = new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return true;
            }

            @Override
            public InputStream nextElement() {
                return new java.io.ByteArrayInputStream(block);
            }
        };
        InputStream first = new java.io.ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
        return new SequenceInputStream(Collections.enumeration(List.of(first, new SequenceInputStream(blocks))));
    }
}
