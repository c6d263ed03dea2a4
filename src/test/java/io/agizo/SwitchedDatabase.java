package io.agizo;

import static org.awaitility.Awaitility.await;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that goes away and comes back: it ends all connections to itself and takes no new ones. */
public final class SwitchedDatabase {

    private final String url = TestDatabase.freshUrl();
    private final String name = url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    private final JdbcClient server = JdbcClient.create(TestDatabase.fresh());

    public String url() {
        return url;
    }

    /** Whoever was on the way in when the door closed is let in, and then sent out with the others. */
    public void leave() {
        allowConnections(false);
        await().until(this::nobodyIsComingIn);
        server.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name)
                .query(Boolean.class)
                .list();
    }

    public void comeBack() {
        allowConnections(true);
    }

    /** One that connects holds a lock on its database, from before it looks at the door until it can be seen. */
    private boolean nobodyIsComingIn() {
        return server.sql("""
                        select count(*) = 0 from pg_locks
                        where locktype = 'object' and classid = 'pg_database'::regclass
                          and objid = (select oid from pg_database where datname = ?)
                        """).param(name).query(Boolean.class).single();
    }

    private void allowConnections(boolean allowed) {
        server.sql("update pg_database set datallowconn = ? where datname = ?")
                .params(allowed, name)
                .update();
    }
}
