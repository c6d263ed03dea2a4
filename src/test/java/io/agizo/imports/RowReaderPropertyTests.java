package io.agizo.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.agizo.api.SafeCell;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class RowReaderPropertyTests {

    private static final ImportKind KIND = ImportKind.PRODUCTS;
    private static final int COLUMNS = KIND.columns().size();

    @Property
    void aTableReadsBackTheSameHoweverItIsWritten(
            @ForAll @Size(max = 20) List<@Size(11) List<@From("texts") String>> written,
            @ForAll @From("separators") char separator,
            @ForAll LineDelimiter lineEnd,
            @ForAll boolean quoteAll,
            @ForAll boolean mark,
            @ForAll long order)
            throws IOException {
        List<Integer> columns =
                new ArrayList<>(IntStream.range(0, COLUMNS).boxed().toList());
        Collections.shuffle(columns, new Random(order));
        StringWriter text = new StringWriter();
        var settings = CsvWriter.builder().fieldSeparator(separator).lineDelimiter(lineEnd);
        try (CsvWriter csv = (quoteAll ? settings.quoteStrategy(QuoteStrategies.ALWAYS) : settings).build(text)) {
            csv.writeRecord(columns.stream().map(KIND.columns()::get).toList());
            written.forEach(row -> csv.writeRecord(
                    columns.stream().map(row::get).map(SafeCell::of).toList()));
        }

        List<Row> rows = Reading.csv(KIND, (mark ? "\uFEFF" : "") + text);

        List<List<String>> table = written.stream()
                .filter(row -> !row.stream().allMatch(String::isBlank))
                .toList();
        assertThat(rows).hasSameSizeAs(table);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).errors()).isEmpty();
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(rows.get(i).cells().get(KIND.columns().get(column)))
                        .isEqualTo(table.get(i).get(column).strip());
            }
        }
    }

    @Property
    void noBytesMakeAReaderFailInAnyWayButItsOwn(
            @ForAll UploadFormat format, @ForAll ImportKind kind, @ForAll @Size(max = 400) byte[] bytes) {
        readsOrRefuses(format, kind, bytes);
    }

    @Property
    void noneOfTheCharactersThatMeanSomethingDoEither(
            @ForAll UploadFormat format, @ForAll ImportKind kind, @ForAll @From("hostile") String text) {
        String header = String.join(",", kind.columns()) + "\n";
        readsOrRefuses(format, kind, (header + text).getBytes(StandardCharsets.UTF_8));
        readsOrRefuses(format, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void readsOrRefuses(UploadFormat format, ImportKind kind, byte[] bytes) {
        try {
            assertThat(Reading.rows(format, kind, bytes))
                    .allSatisfy(row -> assertThat(row.errors().isEmpty()
                                    || !row.errors().getFirst().message().isBlank())
                            .isTrue());
        } catch (Unreadable refused) {
            assertThat(refused.error().message()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\",;\t\n\r '=üø€中").ofMaxLength(12);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.strings()
                .withChars("\",;\t\n\r\0{}[]:\\u0d8a1 \uFEFF\uD83D")
                .ofMaxLength(200);
    }
}
