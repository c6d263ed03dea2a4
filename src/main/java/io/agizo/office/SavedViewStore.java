package io.agizo.office;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of saved views. */
@Repository
class SavedViewStore {

    private final JdbcClient jdbc;

    SavedViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedView> list(@Nullable UUID account) {
        return jdbc.sql("""
                select id, name, query, account_id is null as shared
                  from saved_view
                 where account_id is null or account_id = ?::uuid
                 order by shared desc, name, id
                """)
                .param(account)
                .query((row, number) -> new SavedView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("query"),
                        row.getBoolean("shared")))
                .list();
    }

    int count(@Nullable UUID account) {
        return jdbc.sql("select count(*) from saved_view where account_id is not distinct from ?::uuid")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** Whether there is one of that name, in large or small letters. */
    boolean has(@Nullable UUID account, String name) {
        return jdbc.sql("""
                select exists (select from saved_view
                                where account_id is not distinct from ?::uuid and lower(name) = lower(?))
                """).param(account).param(name).query(Boolean.class).single();
    }

    void insert(SavedView view, @Nullable UUID account, Instant now) {
        jdbc.sql("insert into saved_view (id, account_id, name, query, created_at) values (?, ?, ?, ?, ?)")
                .param(view.id())
                .param(account)
                .param(view.name())
                .param(view.query())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(UUID id, String query) {
        jdbc.sql("update saved_view set query = ? where id = ?")
                .params(query, id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from saved_view where id = ?").param(id).update();
    }
}
