package io.agizo.imports;

import static io.agizo.imports.ImportKind.CUSTOMERS;
import static io.agizo.imports.ImportKind.ORDERS;
import static io.agizo.imports.ImportReport.State.DONE;
import static io.agizo.imports.ImportReport.State.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.Callers;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenUploadsModuleTests {

    private static final int MANY = 30_000;

    @AutoClose
    private final UploadDesk shop = UploadDesk.open();

    @ParameterizedTest
    @CsvSource({
        "C-x|\"broken\"quotes, Row 30001: The quotes are broken",
        "C-x|\"never closed, Row 30001: The quotes are broken",
        "C-x|Müller, Row 30001: The file is not text in UTF-8"
    })
    void changesNothingIfItIsBrokenAnywhere(String brokenRow, String message) {
        byte[] good = manyCustomers().getBytes(StandardCharsets.UTF_8);
        byte[] broken = brokenRow.replace('|', ',').getBytes(StandardCharsets.ISO_8859_1);
        InputStream file = new SequenceInputStream(new ByteArrayInputStream(good), new ByteArrayInputStream(broken));

        ImportId id = shop.store(UploadDesk.csv(CUSTOMERS), file, null);
        shop.workOff();

        ImportReport report = shop.report(id);
        assertThat(report.state()).isEqualTo(FAILED);
        assertThat(report.accepted()).isZero();
        assertThat(report.errors()).hasSize(1).first().satisfies(error -> {
            assertThat(error.row()).isZero();
            assertThat(error.message()).containsPattern("^" + message);
        });
        assertThat(shop.count("customer")).isZero();
        assertThat(shop.count("import_row")).isZero();
        assertThat(shop.count("import_chunk")).isZero();
    }

    @Test
    void refusesAtOnceWhatTheFirstPieceShows() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> shop.store(UploadDesk.csv(CUSTOMERS), "code,nmae\n" + manyCustomers()))
                .withMessageContaining("“nmae”");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> shop.store(UploadDesk.csv(CUSTOMERS), "code,name\nA,\"B\"C\n" + manyCustomers()))
                .withMessageStartingWith("Row 1: ");
        assertThat(shop.count("import")).isZero();
    }

    @Test
    void refusesALongReferenceAsOneBadRow() {
        ImportReport report =
                shop.upload(ORDERS, "reference,item,amount", "R".repeat(101) + ",Bread,65", "R-1,Bread,65");

        assertThat(report.state()).isEqualTo(DONE);
        assertThat(report.errors()).extracting(RowError::row).containsExactly(1);
        assertThat(report.accepted()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfAFileThatBreaksOffOrIsTooLarge() throws IOException {
        InputStream breaksOff = new SequenceInputStream(
                new ByteArrayInputStream(manyCustomers().getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the sender is gone");
                    }
                });

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shop.store(UploadDesk.csv(CUSTOMERS), breaksOff, null))
                .withRootCauseInstanceOf(IOException.class);
        InputStream endless = CsvRowsTests.endless("code,name\n", "A,B\n".repeat(1_000));
        assertThatExceptionOfType(UploadTooLarge.class)
                .isThrownBy(() -> shop.store(UploadDesk.csv(CUSTOMERS), endless, null));

        assertThat(shop.count("import")).isZero();
        assertThat(shop.count("import_chunk")).isZero();
    }

    @Test
    void letsNobodyPileUpFiles() {
        for (int i = 0; i < StoreUpload.MOST_UNFINISHED; i++) {
            shop.store(UploadDesk.csv(CUSTOMERS), "code,name\nA,B\n");
        }

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> shop.store(UploadDesk.csv(CUSTOMERS), "code,name\nA,B\n"));

        shop.workOff();
        assertThat(shop.upload(CUSTOMERS, "code,name", "A,B").state()).isEqualTo(DONE);
    }

    @Test
    void shows200ErrorsAndListsAll() {
        ImportReport report = shop.upload(
                CUSTOMERS, ("code,name\n" + "A,\n".repeat(2_500)).lines().toArray(String[]::new));

        assertThat(report.rejected()).isEqualTo(2_500);
        assertThat(report.errors()).hasSize(200);
        List<RowError> all = new ArrayList<>();
        shop.modules().get(ReadImports.class).errors(Callers.shopkeeper(), report.id(), all::addAll);
        assertThat(all.stream().map(RowError::row).distinct()).hasSize(2_500).isSorted();
    }

    private static String manyCustomers() {
        StringBuilder file = new StringBuilder("code,name\n");
        for (int i = 1; i <= MANY; i++) {
            file.append("C-").append(i).append(",Customer ").append(i).append('\n');
        }
        return file.toString();
    }
}
