package io.agizo.office.pages.front;

import io.agizo.office.pages.front.SalesView.Best;
import io.agizo.office.pages.front.SalesView.Day;
import io.agizo.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** Sales to look at. */
public final class SalesViews {

    private static final Instant FIRST = Instant.parse("2026-10-24T09:00:00Z");
    private static final int DAYS = 30;

    private SalesViews() {}

    public static SalesView ofAMonth(Currency currency) {
        return view(
                currency,
                23,
                List.of(
                        new Best("TEA-500", "Kericho tea 500 g", 96, money(currency, 43_200)),
                        new Best("UNGA-2KG", "Maize flour 2 kg", 71, money(currency, 14_910)),
                        new Best("COFFEE-250", "Nyeri coffee 250 g", 1, money(currency, 620))));
    }

    public static SalesView ofNothing(Currency currency) {
        return view(currency, 0, List.of());
    }

    private static SalesView view(Currency currency, int scale, List<Best> best) {
        List<Integer> orders = IntStream.range(0, DAYS)
                .map(day -> day * 7 % 5 * day * scale / 40)
                .boxed()
                .toList();
        List<Day> days = IntStream.range(0, DAYS)
                .mapToObj(day -> new Day(
                        FIRST.plus(Duration.ofDays(day)), orders.get(day), money(currency, orders.get(day) * 830)))
                .toList();
        int all = orders.stream().mapToInt(Integer::intValue).sum();
        return new SalesView(
                orders.getLast(),
                days.getLast().takings(),
                all,
                money(currency, all * 830),
                Chart.of(days.stream().map(day -> day.takings().amount()).toList()),
                Chart.of(orders.stream().map(BigDecimal::valueOf).toList()),
                days,
                best);
    }

    private static Money money(Currency currency, int amount) {
        return new Money(BigDecimal.valueOf(amount), currency);
    }
}
