package io.agizo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.PreparedPlans;
import io.agizo.TestDatabase;
import io.agizo.WatchedDatabase;
import io.agizo.customers.CustomerId;
import io.agizo.shared.AmountRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class OrderListPlansModuleTests {

    private static final int PAGE = 21;

    /** Half of all orders are theirs. */
    private static final CustomerId BIGGEST = customer(0);

    private final WatchedDatabase database = new WatchedDatabase(TestDatabase.fresh());
    private final ShopFloor shop = ShopFloor.on(database);
    private List<OrderRow> all = List.of();

    @BeforeAll
    void takeManyOrders() {
        shop.sql().sql("""
                insert into orders (id, number, status, customer_id, total, note, ordered_at, placed_at, placed_by, version)
                select gen_random_uuid(), overlay(lpad(n::text, 7, '0') placing '-' from 5 for 0), case when n % 1000 = 0 then 'pending' else 'fulfilled' end,
                       ('00000000-0000-7000-8000-' || lpad((case when n % 2 = 0 then 0 else n % 5000 end)::text, 12, '0'))::uuid,
                       n * 7919 % 40000, '', timestamptz '2016-01-01' + n * interval '1 hour', now(), 'Bench', 1
                  from generate_series(1, 40000) n
                """).update();
        shop.sql().sql("analyze orders").update();
        all = shop.get(OrderStore.class)
                .byNumber(shop.sql().sql("select number from orders").query(String.class).stream()
                        .map(OrderNumber::new)
                        .toList());
    }

    @AfterAll
    void close() {
        shop.close();
    }

    static Stream<OrderFilter> asked() {
        List<CustomerId> several = List.of(BIGGEST, customer(1), customer(3), customer(999_999));
        Instant from = Instant.parse("2018-06-01T00:00:00Z");
        Instant to = Instant.parse("2018-06-02T00:00:00Z");
        return Stream.of(OrderStatus.FULFILLED, OrderStatus.PENDING, OrderStatus.RETURNED, null)
                .flatMap(status -> Stream.of(
                        new OrderFilter(status, null, null, null, null, AmountRange.ANY, OrderSort.NEWEST, null),
                        new OrderFilter(status, null, null, null, null, AmountRange.ANY, OrderSort.OLDEST, null),
                        new OrderFilter(status, null, null, from, to, AmountRange.ANY, OrderSort.NEWEST, null),
                        new OrderFilter(
                                status, null, null, null, null, AmountRange.ANY, OrderSort.NEWEST, farIntoTheList()),
                        new OrderFilter(
                                status, List.of(BIGGEST), null, null, null, AmountRange.ANY, OrderSort.NEWEST, null),
                        new OrderFilter(
                                status, List.of(BIGGEST), null, from, to, AmountRange.ANY, OrderSort.OLDEST, null),
                        new OrderFilter(
                                status,
                                List.of(customer(999_999)),
                                null,
                                null,
                                null,
                                AmountRange.ANY,
                                OrderSort.NEWEST,
                                null),
                        new OrderFilter(
                                status, several, null, null, null, AmountRange.ANY, OrderSort.NEWEST, farIntoTheList()),
                        new OrderFilter(
                                status,
                                List.of(),
                                List.of(new OrderNumber("ZZZZ-ZZZ")),
                                null,
                                null,
                                AmountRange.ANY,
                                OrderSort.NEWEST,
                                null),
                        new OrderFilter(
                                status,
                                several,
                                List.of(new OrderNumber("ZZZZ-ZZZ")),
                                null,
                                null,
                                AmountRange.ANY,
                                OrderSort.NEWEST,
                                null)));
    }

    /** In the order of totals, and of those between two of them: of few orders, or of most. */
    static Stream<OrderFilter> askedByTotal() {
        AmountRange few = between("5000", "5005");
        AmountRange most = between("1000", null);
        return Stream.of(OrderStatus.FULFILLED, OrderStatus.PENDING, OrderStatus.RETURNED, null)
                .flatMap(status -> Stream.of(
                        new OrderFilter(status, null, null, null, null, AmountRange.ANY, OrderSort.LARGEST, null),
                        new OrderFilter(status, null, null, null, null, AmountRange.ANY, OrderSort.SMALLEST, null),
                        new OrderFilter(
                                status, null, null, null, null, AmountRange.ANY, OrderSort.LARGEST, halfOfTheTotals()),
                        new OrderFilter(status, null, null, null, null, most, OrderSort.LARGEST, halfOfTheTotals()),
                        new OrderFilter(status, null, null, null, null, few, OrderSort.SMALLEST, null),
                        new OrderFilter(status, null, null, null, null, few, OrderSort.NEWEST, null),
                        new OrderFilter(status, null, null, null, null, few, OrderSort.NEWEST, farIntoTheList()),
                        new OrderFilter(status, List.of(customer(1)), null, null, null, most, OrderSort.LARGEST, null),
                        new OrderFilter(status, List.of(customer(1)), null, null, null, few, OrderSort.NEWEST, null)));
    }

    /** What reads more than it shows: much of a status, to see how much there is, or all orders of the customers. */
    static Stream<OrderFilter> askedOfMuch() {
        List<CustomerId> several = List.of(BIGGEST, customer(1), customer(3));
        AmountRange most = between(null, "30000");
        return Stream.of(OrderStatus.FULFILLED, null)
                .flatMap(status -> Stream.of(
                        new OrderFilter(status, null, null, null, null, most, OrderSort.NEWEST, null),
                        new OrderFilter(status, null, null, null, null, most, OrderSort.OLDEST, null),
                        new OrderFilter(status, several, null, null, null, most, OrderSort.NEWEST, null),
                        new OrderFilter(status, several, null, null, null, most, OrderSort.SMALLEST, null),
                        new OrderFilter(
                                status,
                                List.of(BIGGEST),
                                null,
                                null,
                                null,
                                AmountRange.ANY,
                                OrderSort.LARGEST,
                                halfOfTheTotals())));
    }

    private static AmountRange between(@Nullable String min, @Nullable String max) {
        return AmountRange.read("Total", min, max, Currency.getInstance("KES"));
    }

    private static List<String> halfOfTheTotals() {
        return List.of("20000.00", new UUID(0, 0).toString());
    }

    @ParameterizedTest
    @MethodSource("askedOfMuch")
    void aPageOfMuchReadsNoMoreThanItMust(OrderFilter filter) {
        long most = filter.customers() == null ? 2_500 : 30_000;

        assertThat(database.rowsReadBy(() -> list(filter))).isLessThan(most);
    }

    @ParameterizedTest
    @MethodSource({"asked", "askedByTotal"})
    void aPageReadsWhatItShows(OrderFilter filter) {
        int reads = Objects.requireNonNullElse(filter.customers(), List.of()).size();

        assertThat(database.rowsReadBy(() -> list(filter)))
                .isLessThanOrEqualTo((long) (PAGE + OrderStatus.values().length) * Math.max(1, reads));
    }

    @ParameterizedTest
    @MethodSource({"asked", "askedByTotal", "askedOfMuch"})
    void aPageShowsTheFirstOfAllThatMatch(OrderFilter filter) {
        Comparator<OrderRow> rising = filter.sort().byTotal()
                ? Comparator.comparing(order -> order.total().amount())
                : Comparator.comparing(OrderRow::time);

        assertThat(shop.get(OrderStore.class).list(filter, PAGE))
                .isEqualTo(all.stream()
                        .filter(order -> matches(order, filter))
                        .sorted(filter.sort().descending() ? rising.reversed() : rising)
                        .limit(PAGE)
                        .toList());
    }

    /** No two orders are of one time or total here, and lists that go on somewhere go on to earlier or smaller ones. */
    private static boolean matches(OrderRow order, OrderFilter filter) {
        return (filter.status() == null || filter.status() == order.status())
                && (filter.customers() == null || filter.customers().contains(order.customer()))
                && (filter.from() == null || !order.time().isBefore(filter.from()))
                && (filter.to() == null || order.time().isBefore(filter.to()))
                && (filter.totals().min() == null
                        || order.total()
                                        .amount()
                                        .compareTo(filter.totals().min().amount())
                                >= 0)
                && (filter.totals().max() == null
                        || order.total()
                                        .amount()
                                        .compareTo(filter.totals().max().amount())
                                <= 0)
                && (filter.place() == null
                        || (filter.sort().byTotal()
                                ? order.total().amount().compareTo((BigDecimal)
                                                filter.place().value())
                                        < 0
                                : OrderStore.timestamp(order.time()).isBefore((OffsetDateTime)
                                        filter.place().value())));
    }

    /** Two hundred customers of four orders each, and the biggest: looked at for how many they have, then read. */
    @Test
    void theOrdersOfManyCustomersAreNotReadOnceForEachStatus() {
        List<CustomerId> many = Stream.concat(
                        Stream.of(BIGGEST), IntStream.range(0, 200).mapToObj(n -> customer(2 * n + 1)))
                .toList();

        assertThat(PreparedPlans.looksIntoIndexes(
                        shop.modules(),
                        "orders",
                        () -> list(new OrderFilter(
                                null, many, null, null, null, AmountRange.ANY, OrderSort.NEWEST, null))))
                .isLessThanOrEqualTo(2 * many.size() + OrderStatus.values().length + PAGE);
    }

    /** Once a statement is prepared, the planner no longer sees what is asked for. */
    @ParameterizedTest
    @MethodSource({"asked", "askedByTotal", "askedOfMuch"})
    void aPageNeverReadsTheWholeTableAlsoWhenPrepared(OrderFilter filter) {
        assertThat(rowsReadWithoutIndex(() -> list(filter))).isZero();
    }

    @Test
    void theGuardSeesAWholeTable() {
        assertThat(rowsReadWithoutIndex(() -> shop.count("orders where note = 'x'")))
                .isEqualTo(40_000);
        assertThat(database.rowsReadBy(() -> shop.count("orders where note = 'x'")))
                .isEqualTo(40_000);
    }

    @Test
    void aSummaryReadsNoOrder() {
        assertThat(database.rowsReadBy(() -> shop.get(OrderCountStore.class).byStatus()))
                .isLessThan(20);
    }

    /** A month has 720 of these orders, and each is looked at for its lines. */
    @Test
    void aSalesReportReadsTheOrdersOfItsTimeOnly() {
        Instant to = Instant.parse("2018-06-01T00:00:00Z");
        Runnable report = () -> shop.get(SalesStore.class).between(to.minus(Duration.ofDays(30)), to);

        assertThat(database.rowsReadBy(report)).isLessThan(2 * 720);
        assertThat(rowsReadWithoutIndex(report)).isZero();
    }

    private long rowsReadWithoutIndex(Runnable work) {
        return PreparedPlans.rowsReadWithoutIndex(shop.modules(), "orders", work);
    }

    private void list(OrderFilter filter) {
        shop.get(OrderStore.class).list(filter, PAGE);
    }

    private static List<String> farIntoTheList() {
        return List.of("2018-01-01T00:00:00Z", new UUID(0, 0).toString());
    }

    private static CustomerId customer(int number) {
        return new CustomerId(UUID.fromString("00000000-0000-7000-8000-%012d".formatted(number)));
    }
}
