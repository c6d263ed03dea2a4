package io.agizo.orders;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of how many orders there are in each status. The database itself notes every change, by triggers on the orders, so
 * no door can forget to; voided orders do not count.
 */
@Component
class OrderCountStore {

    /** Any number will do that nobody else takes advisory locks on. */
    private static final long ADDING_UP = 8_130_003;

    private final JdbcClient jdbc;

    OrderCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is added up and what is not yet, of one moment; a status without any order may be left out. */
    Map<OrderStatus, Long> byStatus() {
        Map<OrderStatus, Long> counts = new HashMap<>();
        jdbc.sql("""
                select status, sum(orders)
                  from (select status, orders from order_count union all select status, orders from order_count_change) noted
                 group by status
                """).query(row -> {
            counts.put(OrderStatus.of(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    /** How many orders match the filter, or the bound if they are more. */
    int upTo(OrderFilter filter, int most) {
        var query = new OrderListQuery(filter, most);
        return jdbc.sql("select count(*) from (select id from (%s) found limit :most) counted".formatted(query.sql()))
                .params(query.parameters())
                .query(Integer.class)
                .single();
    }

    /**
     * Adds up so many changes at most, and tells how many; none while another replica does it. Whoever notes a change never
     * waits for this: it only takes away rows that are committed, and nobody else touches those.
     */
    int addUp(int most) {
        return jdbc.sql("""
                with mine as materialized (
                    select pg_try_advisory_xact_lock(?) as ours
                ), taken as (
                    delete from order_count_change
                     where ctid = any (array(select ctid from order_count_change where (select ours from mine) limit ?))
                    returning status, orders
                ), added as (
                    update order_count
                       set orders = order_count.orders + sums.orders
                      from (select status, sum(orders) as orders from taken group by status) sums
                     where order_count.status = sums.status
                )
                select count(*) from taken
                """).params(ADDING_UP, most).query(Integer.class).single();
    }
}
