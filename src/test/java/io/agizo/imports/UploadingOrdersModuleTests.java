package io.agizo.imports;

import static io.agizo.imports.ImportKind.ORDERS;
import static io.agizo.imports.ImportReport.State.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadingOrdersModuleTests {

    private static final String HEADER = "reference,customer,item,sku,quantity,amount,time";

    @AutoClose
    private final UploadDesk shop = UploadDesk.open();

    private final UUID tea = shop.stock("TEA", 10);

    @BeforeEach
    void knowAmina() {
        shop.upload(ImportKind.CUSTOMERS, "code,name,phone", "C-1,Amina,0711000001");
    }

    @Test
    void makesOneOrderOfTheRowsWithOneReferenceWhereverTheyStand() {
        ImportReport report = shop.upload(
                ORDERS,
                HEADER,
                "R-1,C-1,Gift wrap,,2,100.50,1996-07-04T09:00:00Z",
                "R-2,,Maize flour,,,210,",
                "R-1,,,TEA,3,,",
                "R-1,C-1,Card,,1,50,1996-07-04T12:00:00+03:00");

        assertThat(report.errors())
                .containsExactly(
                        new RowError(1, "reference", "is of an order that was refused for row 4"),
                        new RowError(3, "reference", "is of an order that was refused for row 4"),
                        new RowError(4, "time", "differs from row 1 of the same order"));

        report = shop.upload(
                ORDERS,
                HEADER,
                "R-1,C-1,Gift wrap,,2,100.50,1996-07-04T09:00:00Z",
                "R-2,,Maize flour,,,210,",
                "R-1,,,TEA,3,,",
                "R-1,C-1,Card,,1,50,1996-07-04T09:00:00Z");

        assertThat(report.errors()).isEmpty();
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(orders()).containsExactly("R-1 C-1 1601.0000 1996-07-04 3", "R-2 210.0000 1");
        assertThat(reserved()).isEqualTo(3);
    }

    @Test
    void placesNothingTwiceWhenTheSameFileComesAgain() {
        String[] file = {HEADER, "R-1,C-1,,TEA,3,450.00,2020-01-01T00:00:00Z", "R-2,,Bread,,1,65,2020-01-01T00:00:00Z"};
        shop.upload(ORDERS, file);

        ImportReport again = shop.upload(ORDERS, file);

        assertThat(again.accepted()).isEqualTo(2);
        assertThat(orders()).hasSize(2);
        assertThat(reserved()).isEqualTo(3);
    }

    @Test
    void makesAnOrderOfEachRowWithoutAReference() {
        ImportReport report = shop.upload(ORDERS, "item;amount", "Bread;65", "Bread;65");

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(shop.count("orders")).isEqualTo(2);
    }

    @Test
    void saysAtWhichRowAnOrderWasRefused() {
        ImportReport report = shop.upload(
                ORDERS,
                HEADER,
                "R-1,,,TEA,8,,",
                "R-2,,Card,,1,50,",
                "R-2,,,TEA,3,,",
                "R-3,C-9,Card,,1,50,",
                "R-4,,,COFFEE,1,,",
                "R-5,,,TEA,1,440,",
                "R-6,,Ship,,100000,99999999999,");

        assertThat(report.state()).isEqualTo(DONE);
        assertThat(report.errors())
                .extracting(RowError::row, RowError::field)
                .containsExactly(
                        tuple(2, "reference"),
                        tuple(3, "quantity"),
                        tuple(4, "customer"),
                        tuple(5, "sku"),
                        tuple(6, "amount"),
                        tuple(7, "amount"));
        assertThat(report.errors().get(1).message()).isEqualTo("asks for 3 of “TEA”, of which 2 are there");
        assertThat(orders()).hasSize(1);
        assertThat(reserved()).isEqualTo(8);
    }

    @Test
    void saysWhatIsWrongWithACell() {
        ImportReport report = shop.upload(
                ORDERS,
                "reference;customer;item;sku;quantity;amount;time",
                ";a customer;Bread;;0;12,50;yesterday",
                ";;;;;;",
                "R-0;;;;;;",
                ";;Bread;;;;",
                ";;Bread;;;65;3000-01-01T00:00:00Z",
                ";;Bread;;;65;1850-01-01T00:00:00Z",
                ";;Bread;;;65.123;2020-01-01T00:00:00");

        assertThat(report.errors())
                .extracting(RowError::row, RowError::field)
                .containsExactly(
                        tuple(1, "amount"),
                        tuple(1, "quantity"),
                        tuple(1, "customer"),
                        tuple(1, "time"),
                        tuple(2, "item"),
                        tuple(3, "amount"),
                        tuple(4, "time"),
                        tuple(5, "time"),
                        tuple(6, "amount"),
                        tuple(6, "time"));
        assertThat(report.errors().getFirst().message()).contains("decimal point");
        assertThat(shop.count("orders")).isZero();
    }

    @Test
    void textsNobodyUnlessAskedTo() {
        shop.upload(ORDERS, HEADER, "R-1,C-1,Bread,,1,65,");
        assertThat(shop.count("message")).isZero();

        shop.upload(new Upload(ORDERS, UploadFormat.CSV, false, true, false), HEADER, "R-2,C-1,Bread,,1,65,");
        assertThat(shop.count("message")).isEqualTo(1);
    }

    @Test
    void looksAtEverythingButStockInADryRunAndPlacesNothing() {
        ImportReport report = shop.upload(
                UploadDesk.dryRun(ORDERS),
                HEADER,
                "R-1,C-1,,TEA,1,450,",
                "R-2,C-9,,TEA,1,,",
                "R-3,,,COFFEE,1,,",
                "R-4,,,TEA,1,440,",
                "R-5,,Bread,,1,65,3000-01-01T00:00:00Z",
                "R-6,,Ship,,100000,99999999999,",
                "R-7,,,TEA,100000,,");

        assertThat(report.errors())
                .extracting(RowError::row, RowError::field)
                .containsExactly(
                        tuple(2, "customer"),
                        tuple(3, "sku"),
                        tuple(4, "amount"),
                        tuple(5, "time"),
                        tuple(6, "amount"));
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(shop.count("orders")).isZero();
    }

    @Test
    void takesAnOrderAsLongAsItMayBeAndRefusesALongerOne() {
        List<String> rows = new ArrayList<>(Collections.nCopies(200, "R-1,,Bread,,1,65,"));
        rows.addAll(Collections.nCopies(4_300, "R-2,,Bread,,1,65,"));
        rows.addAll(Collections.nCopies(21, "R-2,Bread,,,,,,"));
        Collections.shuffle(rows);
        rows.addFirst(HEADER);

        ImportReport report = shop.upload(ORDERS, rows.toArray(String[]::new));

        assertThat(List.of(report.read(), report.accepted(), report.rejected())).containsExactly(4_521, 200, 4_321);
        assertThat(orders()).containsExactly("R-1 13000.0000 200");
    }

    @Test
    void refusesTheWholeOrderOfARowThatCannotBeReadUntilItIsCorrected() {
        String[] file = {
            HEADER,
            "R-1,C-1,,TEA,2,,",
            "R-2,,Bread,,1,65,",
            "R-1,C-1,Gift wrap, large,,1,100.00,",
            "R-1,,Card,,none,50,",
            "R-3,,Card,,1,50,,,",
            "R-3,,,TEA,1,,"
        };

        ImportReport tried = shop.upload(UploadDesk.dryRun(ORDERS), file);
        ImportReport report = shop.upload(ORDERS, file);

        assertThat(report.errors())
                .containsExactly(
                        new RowError(1, "reference", "is of an order that was refused for row 3"),
                        new RowError(3, null, "has 8 cells where the header has 7"),
                        new RowError(4, "quantity", "must be a whole number from 1 to 100000"),
                        new RowError(5, null, "has 9 cells where the header has 7"),
                        new RowError(6, "reference", "is of an order that was refused for row 5"))
                .isEqualTo(tried.errors());
        assertThat(List.of(report.read(), report.accepted(), report.rejected())).containsExactly(6, 1, 5);
        assertThat(orders()).containsExactly("R-2 65.0000 1");

        file[3] = "R-1,C-1,\"Gift wrap, large\",,1,100.00,";
        file[4] = "R-1,,Card,,1,50,";
        file[5] = "R-3,,Card,,1,50,";
        report = shop.upload(ORDERS, file);

        assertThat(report.errors()).isEmpty();
        assertThat(orders()).containsExactly("R-1 C-1 1050.0000 3", "R-2 65.0000 1", "R-3 500.0000 2");
    }

    @Test
    void refusesTheWholeOrderOfALineOfJsonThatCannotBeRead() {
        ImportReport report = shop.upload(
                new Upload(ORDERS, UploadFormat.NDJSON, false, false, false),
                "{\"reference\":\"R-1\",\"item\":\"Bread\",\"amount\":65}",
                "{\"item\":\"Card\",\"amount\":{\"kes\":50},\"reference\":\"R-1\"}",
                "{\"reference\":\"R-2\",\"item\":\"Card\",\"amount\":}",
                "{\"reference\":\"R-2\",\"item\":\"Bread\",\"amount\":65}",
                "{\"reference\":[\"R-3\"],\"item\":\"Card\",\"amount\":50}",
                "{\"reference\":\"R-3\",\"item\":\"Bread\",\"amount\":65}");

        assertThat(report.errors())
                .extracting(RowError::row, RowError::field)
                .containsExactly(
                        tuple(1, "reference"),
                        tuple(2, "amount"),
                        tuple(3, null),
                        tuple(4, "reference"),
                        tuple(5, "reference"));
        assertThat(orders()).containsExactly("R-3 65.0000 1");
    }

    private int reserved() {
        return shop.sql()
                .sql("select reserved from stock_level where product_id = ?")
                .param(tea)
                .query(Integer.class)
                .single();
    }

    private List<String> orders() {
        return shop.sql().sql("""
                select concat_ws(' ', reference, code, total, case when ordered_at < '2000-01-01' then ordered_at::date end,
                                 (select count(*) from order_line where order_id = orders.id))
                  from orders left join customer on customer.id = customer_id
                 order by reference
                """).query(String.class).list();
    }
}
