package badhouse.orders;

import java.sql.Connection;

/** Speaks SQL outside a store. */
class CountOrders {

    void close(AutoCloseable orders) throws Exception {
        ((Connection) orders).close();
    }
}
