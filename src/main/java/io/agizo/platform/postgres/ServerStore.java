package io.agizo.platform.postgres;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the database server says of itself. */
final class ServerStore {

    private final JdbcClient database;

    ServerStore(DataSource server) {
        this.database = JdbcClient.create(server);
    }

    DatabaseServer read() {
        return database.sql("""
                        select current_setting('server_version_num')::int / 10000 as major_version,
                               count(*) = 3 as loses_no_commit,
                               to_regnamespace('agizo_unfinished') is null as is_whole
                        from pg_settings
                        where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'on'
                        """).query(DatabaseServer.class).single();
    }
}
