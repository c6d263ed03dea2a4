package io.agizo.orders;

import io.agizo.orders.SalesReport.BestSeller;
import io.agizo.orders.SalesReport.Day;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was sold. */
@Repository
class SalesStore {

    /** More is not read at a glance. */
    private static final int BEST_SELLERS = 10;

    private final JdbcClient jdbc;
    private final Shop shop;

    SalesStore(JdbcClient jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    /** What was sold, by day and by product; a day without an order is left out. */
    record Sold(List<Day> days, List<BestSeller> bestSellers) {}

    /**
     * Reads the orders of the time along the index of their status, and their lines along the lines' own key: the offset keeps
     * the planner from reading all lines there are. So it takes as long as there are orders in that time, however many there
     * are in all.
     */
    Sold between(Instant from, Instant to) {
        List<Day> days = new ArrayList<>();
        List<BestSeller> best = new ArrayList<>();
        jdbc.sql("""
                with sold as materialized (
                    select id, (ordered_at at time zone ?)::date as day
                      from orders
                     where status in ('accepted', 'fulfilled') and voided_at is null and ordered_at >= ? and ordered_at < ?
                ), sale as materialized (
                    select day, sku, max(item) as item, sum(units) as units, sum(units * amount) as takings
                      from sold, lateral (select sku, item, quantity - returned as units, amount
                                            from order_line where order_id = sold.id offset 0) line
                     group by day, sku, case when sku is null then item end
                )
                select day, null as sku, null as item, count(*) as counted,
                       (select coalesce(sum(takings), 0) from sale where sale.day = sold.day) as takings
                  from sold group by day
                union all
                (select null, sku, max(item), sum(units), sum(takings)
                   from sale where sku is not null
                  group by sku having sum(units) > 0
                  order by 4 desc, sku limit ?)
                order by 1, 4 desc, 2
                """)
                .param(shop.zone().getId())
                .param(OrderStore.timestamp(from))
                .param(OrderStore.timestamp(to))
                .param(BEST_SELLERS)
                .query(row -> {
                    String sku = row.getString(2);
                    if (sku == null) {
                        days.add(new Day(row.getObject(1, LocalDate.class), row.getLong(4), money(row)));
                    } else {
                        best.add(new BestSeller(new Sku(sku), row.getString(3), row.getLong(4), money(row)));
                    }
                });
        return new Sold(days, best);
    }

    private Money money(ResultSet row) throws SQLException {
        return new Money(row.getBigDecimal(5), shop.currency());
    }
}
