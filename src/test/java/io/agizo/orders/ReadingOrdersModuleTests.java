package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.customers.CustomerCode;
import io.agizo.identity.Caller;
import io.agizo.identity.NotSignedIn;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.ReadOrders.Wanted;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReadingOrdersModuleTests {

    private static final Wanted ALL = new Wanted(null, null, null, null, null, OrderSort.NEWEST);

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final ReadOrders orders = shop.get(ReadOrders.class);

    @Test
    void pagesThroughAllOrdersOnceAndInTheirOrder() {
        for (int day = 1; day <= 7; day++) {
            place(null, "2026-01-0" + (day + 1) / 2 + "T00:00:00Z");
        }
        List<OrderView> newestFirst = allOf(ALL, 2);
        List<OrderView> oldestFirst = allOf(new Wanted(null, null, null, null, null, OrderSort.OLDEST), 3);

        assertThat(newestFirst).hasSize(7).doesNotHaveDuplicates();
        assertThat(newestFirst).extracting(OrderView::time).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(oldestFirst).containsExactlyElementsOf(newestFirst.reversed());
    }

    @Test
    void findsByStatusCustomerWordsAndTime() {
        shop.knowCustomer("C-001", "+254711000001");
        shop.knowCustomer("C-002", "+254711000002");
        OrderView first = place("C-001", "2026-01-01T00:00:00Z");
        OrderView second = place("C-002", "2026-01-02T00:00:00Z");
        shop.get(DecideOrder.class).accept(CLERK, second.number(), null);

        assertThat(found(new Wanted(OrderStatus.PENDING, null, null, null, null, OrderSort.NEWEST)))
                .containsExactly(first.number());
        assertThat(found(new Wanted(null, new CustomerCode("C-002"), null, null, null, OrderSort.NEWEST)))
                .containsExactly(second.number());
        assertThat(found(new Wanted(null, new CustomerCode("C-404"), null, null, null, OrderSort.NEWEST)))
                .isEmpty();
        assertThat(found(new Wanted(null, null, "customer c-001", null, null, OrderSort.NEWEST)))
                .containsExactly(first.number());
        assertThat(found(new Wanted(null, null, second.number().value().toLowerCase(), null, null, OrderSort.NEWEST)))
                .containsExactly(second.number());
        assertThat(found(new Wanted(null, new CustomerCode("C-001"), "c-002", null, null, OrderSort.NEWEST)))
                .isEmpty();
        assertThat(found(new Wanted(
                        null,
                        null,
                        null,
                        Instant.parse("2026-01-02T00:00:00Z"),
                        Instant.parse("2026-01-03T00:00:00Z"),
                        OrderSort.NEWEST)))
                .containsExactly(second.number());
    }

    @Test
    void narrowsACustomersOrdersByWordsOfTheirsOrByANumber() {
        shop.knowCustomer("C-001", "+254711000001");
        shop.knowCustomer("C-002", "+254711000002");
        OrderNumber first = place("C-001", "2026-01-01T00:00:00Z").number();
        OrderNumber second = place("C-001", "2026-01-02T00:00:00Z").number();
        OrderNumber others = place("C-002", "2026-01-03T00:00:00Z").number();

        assertThat(found(of("C-001", "711000001"))).containsExactly(second, first);
        assertThat(found(of("C-001", first.value()))).containsExactly(first);
        assertThat(found(of("C-001", others.value()))).isEmpty();
        assertThat(found(of("C-404", others.value()))).isEmpty();
    }

    @Test
    void findsANumberByItsPartsInAnyGrouping() {
        shop.knowCustomer("C-001", "+254711000001");
        shop.knowCustomer("C-002", "+254711000002");
        place("C-002", "2026-01-01T00:00:00Z");
        OrderNumber number = place("C-001", "2026-01-02T00:00:00Z").number();
        shop.sql()
                .sql("update orders set number = 'A7K2-9QX' where number = ?")
                .param(number.value())
                .update();
        OrderNumber renamed = new OrderNumber("A7K2-9QX");

        for (String typed :
                List.of("A7K2-9QX", "a7k2 9qx", "A7K2–9QX", "a7k29qx", "A7K2", "a7k", "A7K2-9", "9QX", "a7k2 9q")) {
            assertThat(found(new Wanted(null, null, typed, null, null, OrderSort.NEWEST)))
                    .as(typed)
                    .containsExactly(renamed);
        }
        assertThat(found(of("C-001", "9qx"))).containsExactly(renamed);
        assertThat(found(of("C-002", "9qx"))).isEmpty();
        assertThat(found(new Wanted(null, null, "A7K3", null, null, OrderSort.NEWEST)))
                .isEmpty();
        assertThat(found(new Wanted(null, null, "0711 000 001", null, null, OrderSort.NEWEST)))
                .containsExactly(renamed);
    }

    private static Wanted of(String customer, String words) {
        return new Wanted(null, new CustomerCode(customer), words, null, null, OrderSort.NEWEST);
    }

    @Test
    void countsEveryStatusAlsoWhereNoneIs() {
        place(null, "2026-01-01T00:00:00Z");

        Map<OrderStatus, Long> summary = orders.summary(CLERK);

        assertThat(summary).containsOnlyKeys(OrderStatus.values()).containsEntry(OrderStatus.PENDING, 1L);
        assertThat(summary.values()).filteredOn(count -> count == 0).hasSize(5);
    }

    @Test
    void showsAnErasedCustomerAsDeleted() {
        shop.knowCustomer("C-001", "+254711000001");
        OrderView order = place("C-001", "2026-01-01T00:00:00Z");
        shop.sql()
                .sql("update customer set name = null, phone = null, erased_at = now()")
                .update();

        OrderView.Customer customer = orders.one(CLERK, order.number()).customer();

        assertThat(customer.deleted()).isTrue();
        assertThat(customer.name()).isNull();
    }

    @Test
    void refusesCursorsItDidNotHandOut() {
        for (List<String> foreign : List.of(
                List.of("x"),
                List.of("2026-01-01T00:00:00Z"),
                List.of("2026-01-01T00:00:00Z", "no-uuid"),
                List.of("+999999999-01-01T00:00:00Z", "00000000-0000-7000-8000-000000000000"))) {
            assertThatThrownBy(() -> orders.list(CLERK, ALL, new PageRequest(2, foreign)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("cursor");
        }
        for (List<String> foreign : List.of(
                List.of("2026-01-01T00:00:00Z", "00000000-0000-7000-8000-000000000000"),
                List.of("1E999999999", "00000000-0000-7000-8000-000000000000"),
                List.of("100.00", "no-uuid"))) {
            assertThatThrownBy(() ->
                            orders.list(CLERK, byTotal(OrderSort.LARGEST, null, null), new PageRequest(2, foreign)))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("cursor");
        }
    }

    @Test
    void pagesThroughOrdersByTotalAndBetweenTwoTotals() {
        for (String amount : List.of("300", "100", "200", "100", "0.50")) {
            shop.desk().place(CLERK, OrderFixtures.orderOf(item("Gift wrap", amount, 1)));
        }

        assertThat(totals(byTotal(OrderSort.SMALLEST, null, null)))
                .containsExactly("0.50", "100.00", "100.00", "200.00", "300.00");
        assertThat(totals(byTotal(OrderSort.LARGEST, "100", null)))
                .containsExactly("300.00", "200.00", "100.00", "100.00");
        assertThat(totals(byTotal(OrderSort.LARGEST, null, "100"))).containsExactly("100.00", "100.00", "0.50");
        assertThat(totals(byTotal(OrderSort.OLDEST, "100", "200")))
                .containsExactlyInAnyOrder("100.00", "200.00", "100.00");
        assertThat(orders.count(CLERK, byTotal(OrderSort.NEWEST, "100", "200"), 10))
                .isEqualTo(3);
        assertThat(orders.countByStatus(CLERK, byTotal(OrderSort.NEWEST, "150", null), 10))
                .containsEntry(OrderStatus.PENDING, 2);
        assertThatThrownBy(() -> byTotal(OrderSort.NEWEST, "2", "1")).isInstanceOf(InvalidInput.class);
    }

    private List<String> totals(Wanted wanted) {
        return allOf(wanted, 2).stream().map(order -> order.total().plain()).toList();
    }

    private static Wanted byTotal(OrderSort sort, @Nullable String min, @Nullable String max) {
        return new Wanted(
                null, null, null, null, null, AmountRange.read("Total", min, max, Currency.getInstance("KES")), sort);
    }

    @Test
    void refusesTimesNoDatabaseKnows() {
        assertThatThrownBy(() ->
                        new OrderFilter(null, null, null, Instant.MIN, null, AmountRange.ANY, OrderSort.NEWEST, null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void needsThePermission() {
        assertThatThrownBy(() -> orders.list(Caller.anyone(), ALL, new PageRequest(2, null)))
                .isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> orders.summary(Caller.anyone())).isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> orders.one(Caller.anyone(), new OrderNumber("0000-000")))
                .isInstanceOf(NotSignedIn.class);
    }

    private OrderView place(@Nullable String customer, String time) {
        NewOrderRequest order = customer == null
                ? OrderFixtures.orderOf(item("Gift wrap", "100", 1))
                : orderFor(customer, item("Gift wrap", "100", 1));
        var then = new NewOrderRequest(order.buyer(), order.lines(), Instant.parse(time), "", null, true);
        return ((Placed) shop.desk().place(CLERK, then)).order();
    }

    private List<OrderNumber> found(Wanted wanted) {
        return orders.list(CLERK, wanted, new PageRequest(20, null)).items().stream()
                .map(OrderView::number)
                .toList();
    }

    private List<OrderView> allOf(Wanted wanted, int limit) {
        List<OrderView> all = new ArrayList<>();
        List<String> after = null;
        do {
            Page<OrderView> page = orders.list(CLERK, wanted, new PageRequest(limit, after));
            all.addAll(page.items());
            after = page.nextCursor() == null ? null : Cursor.read(page.nextCursor());
        } while (after != null);
        return all;
    }
}
