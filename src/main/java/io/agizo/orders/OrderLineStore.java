package io.agizo.orders;

import io.agizo.shared.Columns;
import java.util.Collection;
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

    void addFulfilled(OrderId order, Map<StoredLine, Integer> units) {
        add("fulfilled", order, units);
    }

    void addReturned(OrderId order, Map<StoredLine, Integer> units) {
        add("returned", order, units);
    }

    private void add(String column, OrderId order, Map<StoredLine, Integer> units) {
        jdbc.sql("""
                update order_line set %1$s = %1$s + units.n
                  from unnest(?::smallint[], ?::integer[]) as units (line_number, n)
                 where order_id = ? and order_line.line_number = units.line_number
                """.formatted(column))
                .param(Columns.ints(units.keySet(), StoredLine::number))
                .param(Columns.ints(units.values(), Integer::intValue))
                .param(order.value())
                .update();
    }
}
