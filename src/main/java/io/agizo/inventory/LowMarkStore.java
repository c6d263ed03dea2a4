package io.agizo.inventory;

import io.agizo.catalog.ProductId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how few units make a product low. */
@Repository
class LowMarkStore {

    /** So many levels are written in a tenth of a second, in which orders for them wait. Locked in the order of the ids. */
    private static final String FOLLOW = """
            with next as (
                select product_id
                  from stock_level l
                 where product_id > :last
                   and exists (select from product where id = l.product_id and low_at is null)
                 order by product_id
                 limit 2000
                   for update
            ), followed as (
                update stock_level l set low_at = :lowAt from next where l.product_id = next.product_id
                returning l.product_id
            )
            select product_id from followed order by product_id desc limit 1
            """;

    private final JdbcClient jdbc;

    LowMarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void set(ProductId product, int lowAt) {
        jdbc.sql("update stock_level set low_at = ? where product_id = ?")
                .param(lowAt)
                .param(product.value())
                .update();
    }

    /** The shop's usual number that the levels follow. */
    int usual() {
        return jdbc.sql("select low_at from usual_low_mark")
                .query(Integer.class)
                .single();
    }

    void setUsual(int lowAt) {
        jdbc.sql("update usual_low_mark set low_at = ?").param(lowAt).update();
    }

    /** Lets the next levels of products without a number of their own follow; tells the last, if there were any. */
    Optional<UUID> follow(int lowAt, UUID last) {
        return jdbc.sql(FOLLOW)
                .param("lowAt", lowAt)
                .param("last", last)
                .query(UUID.class)
                .optional();
    }
}
