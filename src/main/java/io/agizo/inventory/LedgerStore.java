package io.agizo.inventory;

import io.agizo.catalog.ProductId;
import io.agizo.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The ledger, as people read it. */
@Repository
class LedgerStore {

    private static final String MOVEMENTS = """
            select cause_id, moved_at, kind, on_hand_delta, reserved_delta, number, reason, moved_by
              from stock_movement
              left join order_number using (order_id)
             where product_id = ?
            """;

    private static final String OFF_THE_LEDGER = """
            select product_id, coalesce(level.on_hand, 0), coalesce(level.reserved, 0), coalesce(ledger.on_hand, 0),
                   coalesce(ledger.reserved, 0)
              from stock_level level
              full join (select product_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
                           from stock_movement group by product_id) ledger using (product_id)
             where (coalesce(level.on_hand, 0), coalesce(level.reserved, 0))
                   <> (coalesce(ledger.on_hand, 0), coalesce(ledger.reserved, 0))
             limit ?
            """;

    private final JdbcTemplate jdbc;

    LedgerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static LedgerStore of(DataSource database) {
        return new LedgerStore(new JdbcTemplate(database));
    }

    /** A product whose level is not what its ledger adds up to. */
    record OffTheLedger(ProductId product, long onHand, long reserved, long ledgerOnHand, long ledgerReserved) {

        StockAudit.Difference named(Sku sku) {
            return new StockAudit.Difference(sku, onHand, reserved, ledgerOnHand, ledgerReserved);
        }
    }

    /**
     * The newest first, from before the cause that is given on: the ids of causes rise with time, so this is the primary
     * key read backwards.
     */
    List<MovementView> movements(ProductId product, @Nullable UUID before, int most) {
        StringBuilder sql = new StringBuilder(MOVEMENTS);
        List<Object> parameters = new ArrayList<>(List.of(product.value()));
        if (before != null) {
            sql.append(" and cause_id < ?");
            parameters.add(before);
        }
        parameters.add(most);
        return jdbc.query(
                sql.append(" order by cause_id desc limit ?").toString(), LedgerStore::movement, parameters.toArray());
    }

    /** Asked once before a product is removed, so it may read all its movements; none if nothing is reserved. */
    int openOrders(ProductId product) {
        return jdbc.query("""
                        select count(*)
                          from (select order_id
                                  from stock_movement
                                 where product_id = ? and order_id is not null
                                   and exists (select from stock_level where product_id = ? and reserved > 0)
                                 group by order_id
                                having sum(reserved_delta) > 0) held
                        """, (row, number) -> row.getInt(1), product.value(), product.value())
                .getFirst();
    }

    List<OffTheLedger> offTheLedger(int most) {
        return jdbc.query(
                OFF_THE_LEDGER,
                (row, number) -> new OffTheLedger(
                        new ProductId(row.getObject(1, UUID.class)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
                most);
    }

    long levels() {
        return jdbc.query("select count(*) from stock_level", (row, number) -> row.getLong(1))
                .getFirst();
    }

    private static MovementView movement(ResultSet row, int index) throws SQLException {
        return new MovementView(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
