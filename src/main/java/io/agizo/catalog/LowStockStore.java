package io.agizo.catalog;

import io.agizo.catalog.LowStock.Shortage;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what ran low or out, read along the lists that the inventory keeps of both. */
@Repository
class LowStockStore {

    /** Few are low at a time; if many are, only the newest are compared by what is left. The offsets fetch each by its id. */
    private static final String WORST = """
            select id, left_over as place
              from (select * from (select id, 0 as left_over from product_availability
                                    where visible and not in_stock order by id desc limit :most) o
                    union all
                    select a.id, s.available
                      from (select id from product_availability where visible and low order by id desc limit :counted) a
                     cross join lateral (select available from product_stock where product_id = a.id offset 0) s) worst
             order by left_over, id desc
             limit :most
            """;

    private static final String COUNT = """
            select (select count(*) from (select from product_availability where visible and not in_stock limit :counted) o) as gone,
                   (select count(*) from (select from product_availability where visible and low limit :counted) l) as low
            """;

    private final JdbcClient jdbc;
    private final ProductViewStore views;

    LowStockStore(JdbcClient jdbc, ProductViewStore views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    Shortage read(int most, int counted) {
        List<ProductView> worst = most == 0 ? List.of() : worst(most, counted);
        return jdbc.sql(COUNT)
                .param("counted", counted)
                .query((row, number) -> new Shortage(worst, row.getInt("gone"), row.getInt("low")))
                .single();
    }

    private List<ProductView> worst(int most, int counted) {
        return jdbc.sql(ProductViewStore.LIST.formatted(WORST, "order by place, id desc"))
                .param("most", most)
                .param("counted", counted)
                .query((row, number) -> views.view(row))
                .list();
    }
}
