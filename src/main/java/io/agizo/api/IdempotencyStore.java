package io.agizo.api;

import io.agizo.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of answers given under idempotency keys. */
@Component
class IdempotencyStore {

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is kept under a key and, if nothing is, whether the running transaction holds it now.
     *
     * @param sameRequest whether what was answered is the request that asks now
     */
    record Entry(
            UUID id,
            boolean held,
            boolean sameRequest,
            @Nullable Answer answer) {}

    /**
     * Looks keys up and takes those that are free, all in one statement.
     *
     * <p>The statement sees the table as it was when it began, which may be before another transaction kept an answer
     * and let go of the lock that is then taken here. Such a key looks free although it is not; keeping a second answer
     * under it meets the primary key, this transaction fails with nothing done, and its second try finds the answer.
     */
    List<Entry> hold(List<IdempotencyKey> keys) {
        return jdbc.sql("""
                        select wanted.key_id, known.request_hash = wanted.request_hash as same_request,
                               known.status, known.content_type, known.location, known.etag, known.body,
                               case when known.key_id is null
                                    then pg_try_advisory_xact_lock(wanted.lock_id) else false end as held
                        from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as wanted (key_id, request_hash, lock_id)
                        left join idempotent_answer known on known.key_id = wanted.key_id
                        """)
                .param(Columns.texts(keys, IdempotencyKey::id))
                .param(Columns.texts(keys, IdempotencyKey::request))
                .param(Columns.texts(keys, key -> key.id().getMostSignificantBits()))
                .query(IdempotencyStore::entry)
                .list();
    }

    void insert(Map<IdempotencyKey, Answer> answers, Instant at) {
        Collection<Answer> kept = answers.values();
        jdbc.sql("""
                        insert into idempotent_answer
                              (key_id, request_hash, status, content_type, location, etag, body, answered_at)
                        select answer.*, ?
                        from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                             as answer
                        """)
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param(Columns.texts(answers.keySet(), IdempotencyKey::id))
                .param(Columns.texts(answers.keySet(), IdempotencyKey::request))
                .param(Columns.ints(kept, Answer::status))
                .param(Columns.texts(kept, Answer::contentType))
                .param(Columns.texts(kept, Answer::location))
                .param(Columns.texts(kept, Answer::etag))
                .param(Columns.texts(kept, Answer::body))
                .update();
    }

    /** Forgets up to so many answers given before the instant; says how many went. */
    int delete(Instant before, int most) {
        return jdbc.sql("""
                        delete from idempotent_answer
                        where key_id = any (array(
                              select key_id from idempotent_answer where answered_at < ? limit ?))
                        """)
                .param(OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param(most)
                .update();
    }

    /** Puts the answer in the place of all that hold one of the pieces of JSON; reads every answer there is. */
    void replace(Collection<String> pieces, Answer answer) {
        jdbc.sql("""
                        update idempotent_answer
                           set status = ?, content_type = ?, location = null, etag = null, body = ?
                         where exists (select from unnest(?::text[]) as piece where position(piece in body) > 0)
                        """)
                .param(answer.status())
                .param(answer.contentType())
                .param(answer.body())
                .param(pieces.toArray(String[]::new))
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("key_id", UUID.class);
        String body = row.getString("body");
        if (body == null) {
            return new Entry(id, row.getBoolean("held"), false, null);
        }
        Answer answer = new Answer(
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("location"),
                row.getString("etag"),
                body);
        return new Entry(id, false, row.getBoolean("same_request"), answer);
    }
}
