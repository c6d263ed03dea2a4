package io.agizo.catalog;

import io.agizo.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the SKUs that shoppers can find, read along the index of SKUs. */
@Repository
class SkusForSaleStore {

    private static final String LATER_PARTS = """
            select sku
              from (select sku, row_number() over (order by sku) as place from product where archived_at is null and visible) p
             where place > :size and (place - 1) % :size = 0
             order by sku
            """;

    private static final String PART = """
            select sku
              from product
             where archived_at is null and visible and sku >= :from
             order by sku
             limit :size
            """;

    private final JdbcClient jdbc;

    SkusForSaleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Sku> laterParts(int size) {
        return jdbc.sql(LATER_PARTS)
                .param("size", size)
                .query((row, number) -> new Sku(row.getString(1)))
                .list();
    }

    /** The empty text stands before every SKU. */
    List<Sku> part(@Nullable Sku from, int size) {
        return jdbc.sql(PART)
                .param("from", from == null ? "" : from.value())
                .param("size", size)
                .query((row, number) -> new Sku(row.getString(1)))
                .list();
    }
}
