package io.agizo.imports;

import static io.agizo.imports.ImportKind.CUSTOMERS;
import static io.agizo.imports.ImportReport.State.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UploadingCustomersModuleTests {

    @AutoClose
    private final UploadDesk shop = UploadDesk.open();

    @Test
    void takesTheGoodRowsAndNamesWhatIsWrongWithTheOthers() {
        ImportReport report = shop.upload(
                CUSTOMERS,
                "code,name,phone,email",
                "C-1,Amina Otieno,0711000001,amina@example.com",
                "C-2,,12345,nobody",
                "C 3,Juma,,",
                "C-4,Njeri,,",
                "C-5");

        assertThat(report.state()).isEqualTo(DONE);
        assertThat(List.of(report.read(), report.accepted(), report.rejected())).containsExactly(5, 2, 3);
        assertThat(report.errors())
                .extracting(RowError::row, RowError::field)
                .containsExactly(
                        tuple(2, "email"), tuple(2, "name"), tuple(2, "phone"), tuple(3, "code"), tuple(5, "name"));
        assertThat(customers()).containsExactly("C-1 Amina Otieno +254711000001 1", "C-4 Njeri null 1");
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        String[] file = {"code;name;phone", "C-1;Amina Otieno;0711000001", ";Juma;0711000002"};
        shop.upload(CUSTOMERS, file);
        List<String> before = customers();

        ImportReport again = shop.upload(CUSTOMERS, file);

        assertThat(customers()).hasSize(2).isEqualTo(before);
        assertThat(again.accepted()).isEqualTo(2);
    }

    @Test
    void changesWhatAnotherFileSaysOtherwise() {
        shop.upload(CUSTOMERS, "code,name,phone", "C-1,Amina Otieno,0711000001");

        shop.upload(CUSTOMERS, "code,name", "C-1,Amina Wanjiku");

        assertThat(customers()).containsExactly("C-1 Amina Wanjiku +254711000001 2");
    }

    @Test
    void refusesACodeThatStandsTwiceInTheFile() {
        ImportReport report = shop.upload(CUSTOMERS, "code,name", "C-1,Amina", "C-2,Juma", "C-1,Njeri", ",Nobody");

        assertThat(report.errors())
                .containsExactly(
                        new RowError(3, "code", "stands in row 1 already"),
                        new RowError(
                                4, "code", "must be given, or a phone: by one of them the customer is known again"));
        assertThat(customers()).containsExactly("C-1 Amina null 1", "C-2 Juma null 1");
    }

    @Test
    void knowsAListWithoutCodesByItsPhones() {
        shop.upload(CUSTOMERS, "code,name,phone", "C-1,Amina,0711000001");

        ImportReport report = shop.upload(
                CUSTOMERS,
                "name,phone",
                "Mama Amina,+254711000001",
                "Juma,0711000002",
                "Juma,+254 711 000 002",
                "Ali,1");

        assertThat(report.errors()).extracting(RowError::row).containsExactly(4);
        assertThat(report.notes())
                .containsExactly(RowError.note(
                        1,
                        "phone",
                        "is the number of customer “C-1”, whose data was left as it is; give that code to change it"));
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(customers()).hasSize(2).first().isEqualTo("C-1 Amina +254711000001 1");
    }

    @Test
    void knowsAPhoneOnlyOnceItsRowWasAccepted() {
        ImportReport report = shop.upload(
                CUSTOMERS, "name,phone", ",0711000123", "Amina,0711000123", "Mama Amina,0711000123", ",0711000123");

        assertThat(report.errors()).extracting(RowError::row, RowError::field).containsExactly(tuple(1, "name"));
        assertThat(report.notes())
                .containsExactly(RowError.note(
                        3, "phone", "is the number of a row before, which says something else and was taken instead"));
        assertThat(shop.sql()
                        .sql("select name || ' ' || phone from customer")
                        .query(String.class)
                        .list())
                .containsExactly("Amina +254711000123");
    }

    @Test
    void writesNothingInADryRunAndReportsTheSame() {
        ImportReport report =
                shop.upload(UploadDesk.dryRun(CUSTOMERS), "code,name,phone", "C-1,Amina,0711000001", "C-2,Juma,1");

        assertThat(List.of(report.read(), report.accepted(), report.rejected())).containsExactly(2, 1, 1);
        assertThat(report.dryRun()).isTrue();
        assertThat(customers()).isEmpty();
    }

    @Test
    void keepsFilesOfManyPiecesInOrder() {
        StringBuilder file = new StringBuilder("code,name\n");
        for (int i = 1; i <= 25_000; i++) {
            file.append("C-").append(i).append(",Customer number ").append(i).append(" of a long list\n");
        }

        ImportReport report = shop.upload(CUSTOMERS, file.toString());

        assertThat(report.errors()).isEmpty();
        assertThat(report.accepted()).isEqualTo(25_000);
        assertThat(shop.count("customer where name = 'Customer number ' || substr(code, 3) || ' of a long list'"))
                .isEqualTo(25_000);
    }

    @Test
    void leavesNothingBehindButTheReport() {
        shop.upload(CUSTOMERS, "code,name", "C-1,Amina");

        assertThat(shop.count("import")).isEqualTo(1);
        assertThat(shop.count("import_chunk")).isZero();
        assertThat(shop.count("import_key")).isZero();
        assertThat(shop.count("import_row")).isZero();
    }

    private List<String> customers() {
        return shop.sql()
                .sql("select concat_ws(' ', code, name, coalesce(phone, 'null'), version) from customer order by code")
                .query(String.class)
                .list();
    }
}
