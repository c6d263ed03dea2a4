package gallery;

import io.agizo.office.pages.counter.CancellationsView;
import io.agizo.office.pages.counter.SaleView;
import io.agizo.orders.CancelledSale;
import io.agizo.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the counter that the server makes; the till itself is looked at in its journeys, where it has a shop to sell from. */
final class CounterExamples {

    private static final Instant THEN = Instant.parse("2026-11-22T09:00:00Z");

    private CounterExamples() {}

    static Stream<Example> all() {
        return Stream.of(
                Example.in(
                        "counter-sale",
                        "office/counter/sale",
                        new SaleView(
                                "A7K2-9QX",
                                "fulfilled",
                                THEN,
                                "Juma Mwangi",
                                "Amina Otieno",
                                List.of(
                                        new SaleView.Line("Kericho tea 500 g", 2, kes("450.00"), kes("900.00")),
                                        new SaleView.Line("W".repeat(120), 1, kes("100.00"), kes("100.00"))),
                                kes("1000.00"))),
                Example.in(
                        "counter-cancellations",
                        "office/counter/cancellations",
                        new CancellationsView(List.of(new CancelledSale(
                                kes("900.00"), "2 × TEA-500", "Money given back", THEN, "Juma Mwangi", THEN)))),
                Example.in(
                        "counter-cancellations-none",
                        "office/counter/cancellations",
                        new CancellationsView(List.of())));
    }

    private static Money kes(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("KES"));
    }
}
