package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.orders.OrderView.Event;
import io.agizo.orders.OrderView.Line;
import io.agizo.shared.Columns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes new orders, as far as they are taken at once, into the database. */
@Component
class NewOrderStore {

    private final JdbcClient jdbc;

    NewOrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record NewLine(OrderId order, @Nullable ProductId product, Line line) {}

    private record NewEvent(NewOrder order, int seq, Event event) {}

    /** Writes orders with their lines and timelines, all in one statement: each round trip would cost the desk a wait. */
    void insert(List<NewOrder> orders) {
        List<NewLine> lines = lines(orders);
        List<NewEvent> events = events(orders);
        jdbc.sql("""
                with placed as (
                    insert into orders (id, number, status, customer_id, total, note, reference, ordered_at, placed_at,
                                        placed_by, version, buyer_name, buyer_phone)
                    select * from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::numeric[], ?::text[], ?::text[],
                                         ?::timestamptz[], ?::timestamptz[], ?::text[], ?::integer[], ?::text[],
                                         ?::text[])
                ), lines as (
                    insert into order_line (order_id, line_number, product_id, sku, item, quantity, amount, fulfilled)
                    select * from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::integer[],
                                         ?::numeric[], ?::integer[])
                )
                insert into order_event (order_id, seq, event, by_whom, detail, at)
                select * from unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                """)
                .param(Columns.texts(orders, order -> order.view().id().value()))
                .param(Columns.texts(orders, order -> order.view().number()))
                .param(Columns.texts(orders, order -> order.view().status().word()))
                .param(Columns.texts(
                        orders,
                        order -> order.customer() == null
                                ? null
                                : order.customer().id().value()))
                .param(Columns.texts(orders, order -> order.view().total().amount()))
                .param(Columns.texts(orders, order -> order.view().note()))
                .param(Columns.texts(orders, order -> order.view().reference()))
                .param(Columns.texts(orders, order -> order.view().time()))
                .param(Columns.texts(
                        orders, order -> order.view().timeline().getFirst().at()))
                .param(Columns.texts(orders, NewOrder::signature))
                .param(Columns.ints(orders, order -> order.view().version()))
                .param(Columns.texts(
                        orders,
                        order -> order.buyer() == null ? null : order.buyer().name()))
                .param(Columns.texts(
                        orders,
                        order -> order.buyer() == null ? null : order.buyer().phone()))
                .param(Columns.texts(lines, line -> line.order().value()))
                .param(Columns.ints(lines, line -> line.line().lineNumber()))
                .param(Columns.texts(
                        lines,
                        line -> line.product() == null ? null : line.product().value()))
                .param(Columns.texts(lines, line -> line.line().sku()))
                .param(Columns.texts(lines, line -> line.line().item()))
                .param(Columns.ints(lines, line -> line.line().quantity()))
                .param(Columns.texts(lines, line -> line.line().amount().amount()))
                .param(Columns.ints(lines, line -> line.line().fulfilled()))
                .param(Columns.texts(events, event -> event.order().view().id().value()))
                .param(Columns.ints(events, NewEvent::seq))
                .param(Columns.texts(events, event -> event.event().event()))
                .param(Columns.texts(events, event -> event.order().signature()))
                .param(Columns.texts(events, event -> event.event().detail()))
                .param(Columns.texts(events, event -> event.event().at()))
                .update();
    }

    private static List<NewLine> lines(List<NewOrder> orders) {
        List<NewLine> lines = new ArrayList<>(orders.size() * 2);
        for (NewOrder order : orders) {
            for (int i = 0; i < order.products().size(); i++) {
                lines.add(new NewLine(
                        order.view().id(),
                        order.products().get(i),
                        order.view().lines().get(i)));
            }
        }
        return lines;
    }

    private static List<NewEvent> events(List<NewOrder> orders) {
        List<NewEvent> events = new ArrayList<>(orders.size());
        for (NewOrder order : orders) {
            for (Event event : order.view().timeline()) {
                events.add(new NewEvent(order, order.view().timeline().indexOf(event) + 1, event));
            }
        }
        return events;
    }
}
