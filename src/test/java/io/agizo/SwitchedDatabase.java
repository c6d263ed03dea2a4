package io.agizo;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that goes away and comes back: it ends all connections to itself and takes no new ones. */
public final class SwitchedDatabase {

    private final String url = TestDatabase.freshUrl();
    private final String name = url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    private final JdbcClient server = JdbcClient.create(TestDatabase.fresh());

    public String url() {
        return url;
    }

    public void leave() {
        allowConnections(false);
        server.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name)
                .query(Boolean.class)
                .list();
    }

    public void comeBack() {
        allowConnections(true);
    }

    private void allowConnections(boolean allowed) {
        server.sql("update pg_database set datallowconn = ? where datname = ?")
                .params(allowed, name)
                .update();
    }
}
