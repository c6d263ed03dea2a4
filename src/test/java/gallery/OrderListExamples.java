package gallery;

import static gallery.Example.in;

import io.agizo.office.pages.orders.ListQuery;
import io.agizo.office.pages.orders.ManyView;
import io.agizo.office.pages.orders.OrdersView;
import io.agizo.office.pages.orders.OrdersView.Count;
import io.agizo.office.pages.orders.OrdersView.Row;
import io.agizo.office.pages.orders.OrdersView.Tab;
import io.agizo.office.pages.orders.OrdersView.ViewTab;
import io.agizo.office.pages.orders.ReasonView;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of orders, and what is done with many, in the situations in which people meet them. */
final class OrderListExamples {

    private static final Instant THEN = Instant.parse("2026-11-21T07:41:00Z");
    private static final String ENDLESS = "Wanjiru-Nyambura wa Kamau ".repeat(8).strip();
    private static final ListQuery ALL = new ListQuery("", "", "", "", "", "", "", "", List.of());
    private static final ListQuery NARROW = new ListQuery(
            "pending", "amina", "", "2026-11-01", "", "1000", "", "-total", List.of("customer", "total", "status"));
    private static final ViewTab MINE = new ViewTab("2", "To pack today", "?view=2", new Count(12, false), false, true);

    private OrderListExamples() {}

    static Stream<Example> all() {
        return Stream.of(
                in("orders", "office/orders/list", list(ALL, rows(), null, false, List.of(), false)),
                in(
                        "orders-view-changed",
                        "office/orders/list",
                        list(NARROW, rows(), MINE, true, List.of(Message.of("orders.odd.to")), true)),
                in("orders-none", "office/orders/list", list(ALL, List.of(), null, false, List.of(), false)),
                in("orders-unfound", "office/orders/list", list(NARROW, List.of(), null, false, List.of(), true)),
                in(
                        "orders-reason",
                        "office/orders/reason",
                        new ReasonView("reject", List.of("A7K2-9QX"), null, 1, "/office/orders", "k", Form.blank())),
                in(
                        "orders-reason-missing",
                        "office/orders/reason",
                        new ReasonView(
                                "cancel",
                                List.of(),
                                "status=pending",
                                0,
                                "/office/orders",
                                "k",
                                Form.blank().refused("reason", "form.fault", "must be at most 200 characters long"))),
                in("orders-job", "office/orders/many", job("done", 1_197, 3, 0)),
                in("orders-job-all", "office/orders/many", job("done", 40, 0, 0)),
                in("orders-job-stopped", "office/orders/many", job("stopped", 300, 3, 897)));
    }

    private static OrdersView list(
            ListQuery query,
            List<Row> rows,
            @Nullable ViewTab view,
            boolean changed,
            List<Message> odd,
            boolean filtered) {
        List<Tab> tabs = Stream.of("", "pending", "accepted", "rejected", "fulfilled", "cancelled", "returned")
                .map(status -> new Tab(
                        status,
                        "?status=" + status,
                        new Count(status.isEmpty() ? 12_345 : status.length(), status.equals("accepted")),
                        status.equals(query.status())))
                .toList();
        List<ViewTab> views = rows.isEmpty()
                ? List.of()
                : List.of(new ViewTab("1", "Großhandel, Nakuru", "?view=1", new Count(500, true), true, true), MINE);
        String next = rows.isEmpty() ? null : "more";
        return new OrdersView(
                query, tabs, views, view, changed, odd, rows, new Count(rows.size(), false), next, filtered, "k");
    }

    private static List<Row> rows() {
        return Stream.concat(
                        Stream.of(
                                row("A7K2-9QX", "Amina Otieno", "pending", List.of("accept", "reject"), null),
                                row(
                                        "B8L3-0RY",
                                        ENDLESS,
                                        "rejected",
                                        List.of(),
                                        Message.of("orders.why.rejected", "Baraka Mwangi", "21.11. 10:41")),
                                row("C9M4-1SZ", "<b>עמית</b> 🛒", "accepted", List.of("fulfil"), null),
                                row("D0N5-2T0", null, "fulfilled", List.of(), null)),
                        IntStream.range(0, 4)
                                .mapToObj(i -> row("E1P6-3V" + i, "Juma Ouma", "returned", List.of(), null)))
                .toList();
    }

    private static Row row(
            String number, @Nullable String customer, String status, List<String> steps, @Nullable Message refusal) {
        return new Row(
                number,
                customer,
                List.of("2 × Kericho tea 500 g", "1 × Gift wrap"),
                status.length() % 3,
                new Money(new BigDecimal("1234.50"), Currency.getInstance("KES")),
                THEN,
                Message.of("orders.age.hours", "3"),
                status,
                "Baraka Mwangi",
                steps,
                true,
                refusal);
    }

    private static ManyView job(String state, int done, int refused, int left) {
        List<ManyView.Refusal> refusals = refused == 0
                ? List.of()
                : List.of(
                        new ManyView.Refusal(
                                "A7K2-9QX", Message.of("orders.why.rejected", "Baraka Mwangi", "21.11. 10:41")),
                        new ManyView.Refusal("B8L3-0RY", Message.of("orders.why.partly")));
        return new ManyView(
                "1",
                "accept",
                null,
                state,
                done + refused + left,
                done,
                refused,
                left,
                true,
                refusals,
                "/office/orders");
    }
}
