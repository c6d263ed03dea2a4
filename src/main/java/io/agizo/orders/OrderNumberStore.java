package io.agizo.orders;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds order numbers by parts of them, as people read them out. */
@Component
class OrderNumberStore {

    private final JdbcClient jdbc;

    OrderNumberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest orders whose number begins so, or ends so. */
    List<OrderNumber> numbered(PartOfNumber part, int most) {
        return jdbc.sql("""
                select number
                  from (select number, ordered_at from orders where number between :first and :last and voided_at is null
                         union
                        select number, ordered_at from orders where right(number, 3) = :end and voided_at is null) o
                 order by ordered_at desc
                 limit :most
                """)
                .param("first", part.first())
                .param("last", part.last())
                .param("end", part.mayBeEnd() ? part.text() : "")
                .param("most", most)
                .query((row, number) -> new OrderNumber(row.getString(1)))
                .list();
    }
}
