package io.agizo.texting;

import io.agizo.shared.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of shares, each a single moment: the one until which it is used up (the generic cell rate algorithm). */
@Repository
class TextShareStore {

    private final JdbcClient jdbc;

    TextShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes one of each that has one, however many replicas try at once, always in one order; tells from which. */
    List<String> take(List<ShareKey> keys, Instant now) {
        return jdbc.sql("""
                        insert into text_share as used (who, used_until)
                        select who, ?::timestamptz + spacing * interval '1 ms'
                          from unnest(?::text[], ?::bigint[], ?::bigint[]) as key (who, spacing, credit)
                         order by who
                        on conflict (who) do update
                        set used_until = greatest(used.used_until, ?::timestamptz)
                                         + (excluded.used_until - ?::timestamptz)
                        where used.used_until <= ?::timestamptz
                              + (select credit from unnest(?::text[], ?::bigint[]) as key (who, credit)
                                  where key.who = used.who) * interval '1 ms'
                        returning who
                        """)
                .param(timestamp(now))
                .param(Columns.texts(keys, ShareKey::who))
                .param(Columns.texts(keys, key -> key.bucket().spacing().toMillis()))
                .param(Columns.texts(keys, key -> key.bucket().credit().toMillis()))
                .param(timestamp(now))
                .param(timestamp(now))
                .param(timestamp(now))
                .param(Columns.texts(keys, ShareKey::who))
                .param(Columns.texts(keys, key -> key.bucket().credit().toMillis()))
                .query(String.class)
                .list();
    }

    /** Holds them in the order in which they are taken, so that no two wait in a circle. */
    void giveBack(List<ShareKey> keys) {
        shift(keys, "used_until - key.spacing * interval '1 ms'");
    }

    /** Takes one of each that somebody took before, even where none is left. */
    void takeAnyway(List<ShareKey> keys) {
        shift(keys, "used_until + key.spacing * interval '1 ms'");
    }

    private void shift(List<ShareKey> keys, String usedUntil) {
        jdbc.sql("""
                        with held as (
                            select text_share.who, key.spacing
                              from text_share join unnest(?::text[], ?::bigint[]) as key (who, spacing) using (who)
                             order by text_share.who for update of text_share
                        )
                        update text_share set used_until = %s
                          from held as key
                         where text_share.who = key.who
                        """.formatted(usedUntil))
                .param(Columns.texts(keys, ShareKey::who))
                .param(Columns.texts(keys, key -> key.bucket().spacing().toMillis()))
                .update();
    }

    /** Says of something that it is counted, unless that is said already; waits for whoever is about to say so. */
    boolean mark(String what, Instant until) {
        return jdbc.sql("insert into text_share (who, used_until) values (?, ?) on conflict do nothing")
                        .param(what)
                        .param(timestamp(until))
                        .update()
                == 1;
    }

    /** Has it said for longer, by which {@link #unmark} knows that it has to stay; false if it is said no more. */
    boolean prolong(String what, Duration longer) {
        return jdbc.sql("update text_share set used_until = used_until + ? * interval '1 ms' where who = ?")
                        .param(longer.toMillis())
                        .param(what)
                        .update()
                == 1;
    }

    /** Takes back what was said until then; false if somebody else had it stay. */
    boolean unmark(String what, Instant until) {
        return jdbc.sql("delete from text_share where who = ? and used_until = ?")
                        .param(what)
                        .param(timestamp(until))
                        .update()
                == 1;
    }

    /** When one more could be taken of it. */
    Instant free(ShareKey key) {
        return jdbc.sql("select used_until from text_share where who = ?")
                .param(key.who())
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .minus(key.bucket().credit());
    }

    int deleteEarned(Instant now, int most) {
        return jdbc.sql("""
                        delete from text_share
                         where who in (select who from text_share where used_until < ? limit ? for update skip locked)
                        """).param(timestamp(now)).param(most).update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
