package io.agizo.inventory;

import io.agizo.catalog.ProductId;
import io.agizo.shared.Columns;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of stock levels and their ledger. */
@Repository
class StockStore {

    private static final String LEVELS =
            "select product_id, on_hand, reserved from stock_level where product_id = any (?::uuid[])";

    /** The sort comes before the lock, so every transaction takes its locks in the order of the ids. */
    private static final String LOCK = LEVELS + " order by product_id for update";

    /** Each product is looked up by index, however many there are. */
    private static final String OPEN = """
            insert into stock_level (product_id, on_hand, reserved, low_at)
            select id, 0, 0, coalesce((select low_at from product p where p.id = opened.id), ?)
              from unnest(?::uuid[]) as opened (id)
            """;

    /** One round trip: the ledger entries go in, and what went in is added up into the levels. */
    private static final String MOVE = """
            with moved as (
                insert into stock_movement (product_id, cause_id, kind, on_hand_delta, reserved_delta, order_id, reason,
                                            moved_by, moved_at)
                select product_id, cause_id, kind, on_hand_delta, reserved_delta, order_id, reason, moved_by, ?
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::int[], ?::uuid[], ?::text[], ?::text[])
                       as m (product_id, cause_id, kind, on_hand_delta, reserved_delta, order_id, reason, moved_by)
                returning product_id, on_hand_delta, reserved_delta
            )
            update stock_level level
               set on_hand = level.on_hand + delta.on_hand, reserved = level.reserved + delta.reserved
              from (select product_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
                      from moved group by product_id) delta
             where level.product_id = delta.product_id
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    StockStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<ProductId, StockLevel> lock(Collection<ProductId> products) {
        return levels(LOCK, products);
    }

    /** The levels as they are at this moment; the next order may move them. */
    Map<ProductId, StockLevel> levels(Collection<ProductId> products) {
        return levels(LEVELS, products);
    }

    private Map<ProductId, StockLevel> levels(String sql, Collection<ProductId> products) {
        Map<ProductId, StockLevel> levels = HashMap.newHashMap(products.size());
        jdbc.query(
                sql,
                row -> {
                    levels.put(
                            new ProductId(row.getObject(1, UUID.class)), new StockLevel(row.getInt(2), row.getInt(3)));
                },
                (Object) Columns.texts(products, ProductId::value));
        return levels;
    }

    /** Makes empty levels for products that have none; those without a number of their own are low at the usual one. */
    void open(Collection<ProductId> products, int usualLowMark) {
        jdbc.update(OPEN, usualLowMark, Columns.texts(products, ProductId::value));
    }

    void move(List<StockMovement> movements) {
        int levels = jdbc.update(
                MOVE,
                clock.instant().atOffset(ZoneOffset.UTC),
                Columns.texts(movements, movement -> movement.productId().value()),
                Columns.texts(movements, StockMovement::causeId),
                Columns.texts(movements, StockMovement::kind),
                Columns.ints(movements, StockMovement::onHandDelta),
                Columns.ints(movements, StockMovement::reservedDelta),
                Columns.texts(movements, StockMovement::orderId),
                Columns.texts(movements, StockMovement::reason),
                Columns.texts(movements, StockMovement::by));
        long products =
                movements.stream().map(StockMovement::productId).distinct().count();
        if (levels != products) {
            throw new IllegalStateException("Only %d of %d products have a stock level".formatted(levels, products));
        }
    }
}
