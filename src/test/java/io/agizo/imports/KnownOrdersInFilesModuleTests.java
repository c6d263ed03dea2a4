package io.agizo.imports;

import static io.agizo.imports.ImportKind.CUSTOMERS;
import static io.agizo.imports.ImportKind.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnownOrdersInFilesModuleTests {

    private static final String HEADER = "reference,customer,item,sku,quantity,amount,time";

    @AutoClose
    private final UploadDesk shop = UploadDesk.open();

    private String number = "";

    @BeforeEach
    void placeAnOrder() {
        shop.stock("TEA", 10);
        shop.stock("RICE", 10);
        shop.upload(CUSTOMERS, "code,name", "C-1,Amina", "C-2,Juma");
        shop.upload(
                ORDERS,
                HEADER,
                "R-1,C-1,,TEA,2.0,450.00,2026-01-05T09:00:00Z",
                "R-1,,Gift wrap,,1,50.00,",
                "R-2,,Bread,,1,65.00,");
        number = shop.sql()
                .sql("select number from orders where reference = 'R-1'")
                .query(String.class)
                .single();
    }

    @Test
    void acceptsTheSameOrderAgainHoweverItIsWritten() {
        ImportReport report = shop.upload(
                ORDERS,
                HEADER,
                "R-1,,Gift wrap,,,50,",
                "R-1,C-1,Tea,TEA,2,,2026-01-05T12:00:00+03:00",
                "R-2,,Bread,,1,65,");

        assertThat(report.errors()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(shop.count("orders")).isEqualTo(2);
    }

    @Test
    void refusesAnotherQuantity() {
        refuses(
                List.of("R-1,C-1,,TEA,3,,", "R-1,,Gift wrap,,1,50,"),
                new RowError(1, "quantity", "is 3, but 2 in " + theOrder()),
                other(2, 1));
    }

    @Test
    void refusesAnotherPrice() {
        refuses(
                List.of("R-1,C-1,,TEA,2,,", "R-1,,Gift wrap,,1,60,"),
                other(1, 2),
                new RowError(2, "amount", "is not the price in " + theOrder() + ", which is 50.00"));
    }

    @Test
    void refusesOtherLines() {
        refuses(
                List.of("R-1,C-1,,TEA,2,,", "R-1,,,RICE,1,,"),
                new RowError(1, "reference", "leaves out 1 of “Gift wrap”, which are in " + theOrder()),
                new RowError(2, "sku", "is on no such line of " + theOrder()));
        refuses(
                List.of("R-1,C-1,,TEA,2,,"),
                new RowError(1, "reference", "leaves out 1 of “Gift wrap”, which are in " + theOrder()));
    }

    @Test
    void refusesAnotherCustomer() {
        refuses(
                List.of("R-1,C-2,,TEA,2,,", "R-1,,Gift wrap,,1,50,"),
                new RowError(1, "customer", "is not the customer of " + theOrder()),
                other(2, 1));
        refuses(
                List.of("R-1,,,TEA,2,,", "R-1,,Gift wrap,,1,50,"),
                new RowError(1, "customer", "is blank, but " + theOrder() + " has a customer"),
                other(2, 1));
    }

    @Test
    void refusesAnotherTime() {
        refuses(
                List.of("R-1,C-1,,TEA,2,,", "R-1,,Gift wrap,,1,50,2026-01-06T09:00:00Z"),
                other(1, 2),
                new RowError(2, "time", "is not the time of " + theOrder() + ", which is 2026-01-05T09:00:00Z"));
    }

    @Test
    void saysOfAnOrderThatWasDeletedSinceThatItStaysSo() {
        shop.sql()
                .sql("update orders set voided_at = now() where reference = 'R-1'")
                .update();

        ImportReport report = shop.upload(ORDERS, HEADER, "R-1,C-1,,TEA,2,,", "R-1,,Gift wrap,,1,50,");

        assertThat(report.errors()).isEmpty();
        assertThat(report.notes())
                .containsExactly(RowError.note(
                        1,
                        "reference",
                        "was placed before as order " + number + ", which was deleted since and stays so"));
        assertThat(report.accepted()).isEqualTo(2);
    }

    private void refuses(List<String> rows, RowError... errors) {
        String[] file = new String[rows.size() + 1];
        file[0] = HEADER;
        for (int i = 0; i < rows.size(); i++) {
            file[i + 1] = rows.get(i);
        }

        ImportReport tried = shop.upload(UploadDesk.dryRun(ORDERS), file);
        ImportReport report = shop.upload(ORDERS, file);

        assertThat(report.errors()).containsExactly(errors).isEqualTo(tried.errors());
        assertThat(report.rejected()).isEqualTo(rows.size());
        assertThat(shop.count("orders")).isEqualTo(2);
    }

    private String theOrder() {
        return "order " + number + ", placed before under this reference";
    }

    private static RowError other(int row, int atFault) {
        return new RowError(row, "reference", "is of an order that was refused for row " + atFault);
    }
}
