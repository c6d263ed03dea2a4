package io.agizo.orders;

import io.agizo.shared.Columns;
import io.agizo.shared.Ids;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was put on paper. */
@Repository
class PrintStore {

    /** A timeline is shown whole; an order that is printed more often is printed by a machine gone wild. */
    private static final int MOST_PRINTS = 100;

    private final JdbcClient jdbc;

    PrintStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes it on the timeline of each, as long as there is room. */
    void add(Collection<OrderId> orders, PrintKind what, String by, Instant at) {
        jdbc.sql("""
                insert into order_print (id, order_id, what, by_whom, at)
                select printed.id, printed.order_id, ?, ?, ?
                  from unnest(?::uuid[], ?::uuid[]) as printed (id, order_id)
                 where (select count(*) from order_print before where before.order_id = printed.order_id) < ?
                """)
                .param(what.word())
                .param(by)
                .param(OrderStore.timestamp(at))
                .param(Columns.texts(orders, order -> Ids.next()))
                .param(Columns.texts(orders, OrderId::value))
                .param(MOST_PRINTS)
                .update();
    }
}
