package io.agizo.orders;

import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of sales that were given up. */
@Component
class CancelledSaleStore {

    private final JdbcClient jdbc;
    private final Shop shop;

    CancelledSaleStore(JdbcClient jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    /** A till that is not sure of its line sends it again: the first stays. */
    void insert(UUID id, CancelledSale sale) {
        jdbc.sql("""
                insert into cancelled_sale (id, goods, total, reason, rung_up_at, cancelled_by, cancelled_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(
                        id,
                        sale.goods(),
                        sale.total().amount(),
                        sale.reason(),
                        OrderStore.timestamp(sale.rungUpAt()),
                        sale.by(),
                        OrderStore.timestamp(sale.at()))
                .update();
    }

    /** The latest first, signed as the books keep it. */
    List<CancelledSale> latest(int most) {
        return jdbc.sql("""
                select total, goods, reason, rung_up_at, cancelled_by, cancelled_at
                  from cancelled_sale order by cancelled_at desc, id desc limit ?
                """)
                .param(most)
                .query((row, number) -> new CancelledSale(
                        new Money(row.getBigDecimal(1), shop.currency()),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }
}
