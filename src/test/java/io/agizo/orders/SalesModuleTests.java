package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.kes;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.identity.Caller;
import io.agizo.identity.NotSignedIn;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.SalesReport.BestSeller;
import io.agizo.orders.SalesReport.Day;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SalesModuleTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final LocalDate LAST = LocalDate.parse("2026-03-03");

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final Sales sales = shop.get(Sales.class);
    private final DecideOrder decide = shop.get(DecideOrder.class);

    private OrderNumber place(String time, Line... lines) {
        var order = new NewOrderRequest(null, List.of(lines), Instant.parse(time), "", null, true);
        return ((Placed) shop.desk().place(CLERK, order)).order().number();
    }

    private OrderNumber accepted(String time, Line... lines) {
        OrderNumber number = place(time, lines);
        decide.accept(CLERK, number, null);
        return number;
    }

    private SalesReport report() {
        return sales.report(CLERK, FIRST, LAST);
    }

    @Test
    void countsByTheDaysOfTheShop() {
        accepted("2026-02-28T20:59:59Z", item("Too early in Nairobi", "1.00", 1));
        accepted("2026-02-28T21:00:00Z", item("Gift wrap", "100.00", 1));
        accepted("2026-03-03T20:59:59Z", item("Gift wrap", "100.00", 2));
        accepted("2026-03-03T21:00:00Z", item("Too late", "1.00", 1));

        assertThat(report().days())
                .containsExactly(
                        new Day(FIRST, 1, kes("100.00")),
                        new Day(LocalDate.parse("2026-03-02"), 0, kes("0.00")),
                        new Day(LAST, 1, kes("200.00")));
        assertThat(report())
                .extracting(SalesReport::orders, SalesReport::takings)
                .containsExactly(2L, kes("300.00"));
    }

    @Test
    void leavesOutWhatCameToNothing() {
        shop.stock("TEA", 100);
        String time = "2026-03-02T09:00:00Z";
        place(time, units(1, "TEA"));
        decide.reject(CLERK, place(time, units(1, "TEA")), null, "Sold out");
        shop.get(CancelOrder.class).cancel(CLERK, accepted(time, units(1, "TEA")), null, "Changed their mind");
        shop.get(VoidOrder.class).strike(CLERK, accepted(time, units(1, "TEA")), null, null);
        OrderNumber returned = accepted(time, units(1, "TEA"));
        shop.get(FulfilOrder.class).fulfil(CLERK, returned, null, null);
        shop.get(ReturnOrder.class).takeBack(CLERK, returned, null, null, true);
        OrderNumber partly = accepted(time, units(3, "TEA"), item("Gift wrap", "100.00", 1));
        shop.get(FulfilOrder.class).fulfil(CLERK, partly, null, null);
        shop.get(ReturnOrder.class).takeBack(CLERK, partly, null, List.of(new LineUnits(1, 2)), true);

        SalesReport report = report();

        assertThat(report).extracting(SalesReport::orders, SalesReport::takings).containsExactly(1L, kes("550.00"));
        assertThat(report.bestSellers()).containsExactly(new BestSeller(new Sku("TEA"), "The TEA", 1, kes("450.00")));
    }

    @Test
    void namesTheBestSellersFirst() {
        for (int i = 1; i <= 12; i++) {
            shop.stock("P-" + i, 100);
            accepted("2026-03-02T09:00:00Z", units(i, "P-" + i));
        }

        assertThat(report().bestSellers())
                .hasSize(10)
                .extracting(BestSeller::sku)
                .startsWith(new Sku("P-12"), new Sku("P-11"));
    }

    @Test
    void coversThirtyDaysIfNothingIsSaid() {
        SalesReport usual = sales.report(CLERK, null, null);

        assertThat(usual.days()).hasSize(30).allMatch(day -> day.orders() == 0);
        assertThat(usual.from()).isEqualTo(usual.to().minusDays(29));
    }

    @Test
    void refusesWhatItCannotCount() {
        assertThatThrownBy(() -> sales.report(CLERK, LAST, FIRST)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> sales.report(CLERK, LAST.minusDays(92), LAST)).isInstanceOf(InvalidInput.class);
        assertThat(sales.report(CLERK, LAST.minusDays(91), LAST).days()).hasSize(92);
        assertThatThrownBy(() -> sales.report(Caller.anyone(), FIRST, LAST)).isInstanceOf(NotSignedIn.class);
    }
}
