package io.agizo.orders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the one key with which all replicas make the links of orders. */
@Repository
class OrderLinkStore {

    private final JdbcClient jdbc;

    OrderLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] key() {
        return jdbc.sql("select key from order_link_key").query(byte[].class).single();
    }
}
