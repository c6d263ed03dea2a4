package io.agizo.orders;

import io.agizo.customers.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which orders forget who ordered; what was ordered, and for how much, stays in the books. */
@Repository
class ErasureStore {

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forgetNotes(CustomerId customer) {
        jdbc.sql("""
                update orders set note = ''
                 where id in (select order_id from order_customer where customer_id = ?) and note <> ''
                """).param(customer.value()).update();
    }

    void forgetBuyers(CustomerId customer) {
        jdbc.sql("""
                update orders set buyer_name = null, buyer_phone = null
                 where id in (select order_id from order_customer where customer_id = ?) and buyer_name is not null
                """).param(customer.value()).update();
    }

    /** Reasons are free words, and an edit quotes the note. */
    void forgetWords(CustomerId customer) {
        jdbc.sql("""
                update order_event set detail = null
                 where order_id in (select order_id from order_customer where customer_id = ?)
                   and (event in ('rejected', 'cancelled') or detail like '%note “%')
                """).param(customer.value()).update();
    }
}
