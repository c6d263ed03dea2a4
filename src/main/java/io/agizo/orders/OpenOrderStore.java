package io.agizo.orders;

import io.agizo.customers.CustomerId;
import io.agizo.shared.Columns;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how many orders customers have that are not done yet. */
@Repository
class OpenOrderStore {

    private final JdbcClient jdbc;

    OpenOrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds these buyers until the transaction ends, sorted so that no two wait in a circle. The seed keeps them apart from
     * the phones of new customers, which are held after them.
     */
    void hold(Collection<Object> buyers) {
        jdbc.sql("""
                select pg_advisory_xact_lock(key)
                  from (select distinct hashtextextended(buyer, 1) as key from unnest(?::text[]) as buyer order by key) sorted
                """).param(Columns.texts(buyers, buyer -> buyer)).query(row -> {});
    }

    /** Counts no further than to the most that matter, along the index of the customer's orders. */
    Map<CustomerId, Integer> count(Collection<CustomerId> customers, int most) {
        Map<CustomerId, Integer> open = new HashMap<>();
        jdbc.sql("""
                select asked.id, (select count(*)
                                    from (select from orders
                                           where customer_id = asked.id and status in ('pending', 'accepted')
                                             and voided_at is null
                                           limit ?) counted)
                  from unnest(?::uuid[]) as asked (id)
                """)
                .param(most)
                .param(Columns.texts(customers, CustomerId::value))
                .query(row -> {
                    open.put(new CustomerId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return open;
    }
}
