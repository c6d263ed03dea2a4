package io.agizo.orders;

import io.agizo.shared.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes the lines of stored orders; the order's row must be locked. */
@Component
class OrderLineStore {

    private final JdbcClient jdbc;

    OrderLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the lines in place of those of the order; what is handed over of a line stays with its number. */
    void replace(OrderId order, Collection<StoredLine> lines) {
        jdbc.sql("""
                with gone as (
                    delete from order_line where order_id = ? and line_number <> all (?::smallint[])
                )
                insert into order_line (order_id, line_number, product_id, sku, item, quantity, amount)
                select ?, line.* from unnest(?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::integer[], ?::numeric[])
                                   as line
                    on conflict (order_id, line_number)
                    do update set item = excluded.item, quantity = excluded.quantity, amount = excluded.amount
                """)
                .param(order.value())
                .param(Columns.ints(lines, StoredLine::number))
                .param(order.value())
                .param(Columns.ints(lines, StoredLine::number))
                .param(Columns.texts(
                        lines,
                        line -> line.product() == null ? null : line.product().value()))
                .param(Columns.texts(lines, line -> line.line().sku()))
                .param(Columns.texts(lines, line -> line.line().item()))
                .param(Columns.ints(lines, line -> line.line().quantity()))
                .param(Columns.texts(lines, line -> line.line().amount().amount()))
                .update();
    }

    void addFulfilled(Map<OrderId, Map<StoredLine, Integer>> units) {
        add("fulfilled", units);
    }

    void addReturned(OrderId order, Map<StoredLine, Integer> units) {
        add("returned", Map.of(order, units));
    }

    private void add(String column, Map<OrderId, Map<StoredLine, Integer>> units) {
        List<Units> all = units.entrySet().stream()
                .flatMap(order -> order.getValue().entrySet().stream()
                        .map(line -> new Units(order.getKey(), line.getKey().number(), line.getValue())))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update order_line set %1$s = %1$s + units.n
                  from unnest(?::uuid[], ?::smallint[], ?::integer[]) as units (order_id, line_number, n)
                 where order_line.order_id = units.order_id and order_line.line_number = units.line_number
                """.formatted(column))
                .param(Columns.texts(all, line -> line.order().value()))
                .param(Columns.ints(all, Units::line))
                .param(Columns.ints(all, Units::units))
                .update();
    }

    private record Units(OrderId order, int line, int units) {}
}
