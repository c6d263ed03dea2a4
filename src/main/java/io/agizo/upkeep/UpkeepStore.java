package io.agizo.upkeep;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each kind of upkeep last went well, noted where the running shop can read it. */
@Repository
class UpkeepStore {

    static final String BACKUP = "backup";
    static final String DRILL = "drill";

    private final JdbcClient jdbc;

    UpkeepStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** Says nothing in a database of a release that had no such note: that may be backed up before it is upgraded. */
    void note(String kind, Instant at) {
        boolean possible = jdbc.sql("select to_regclass('upkeep_run') is not null")
                .query(Boolean.class)
                .single();
        if (possible) {
            jdbc.sql("""
                            insert into upkeep_run (kind, ran_at) values (?, ?)
                            on conflict (kind) do update set ran_at = excluded.ran_at
                            """).params(kind, Timestamp.from(at)).update();
        }
    }

    Map<String, Instant> last() {
        return jdbc
                .sql("select kind, ran_at from upkeep_run")
                .query((row, number) ->
                        Map.entry(row.getString(1), row.getTimestamp(2).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
