package io.agizo.notifications;

import io.agizo.shared.Columns;
import io.agizo.shared.Ids;
import io.agizo.shared.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that people asked for: how they come into the queue, how they wait for the day, and how their numbers go. */
@Repository
class AskedForStore {

    /** Reports of what became of a text come within hours; a day later its number serves nobody. */
    private static final Duration KEPT_AFTER_SENDING = Duration.ofDays(1);

    /** Longer than a night and a day on which nothing could be sent: after that the news is none. */
    private static final Duration GOOD_FOR = Duration.ofDays(2);

    /** What is being sent at this moment is forgotten once that has ended. */
    private static final String FORGET = """
            update message
               set phone = null, body = null, due_at = null, detail = case when status = 'queued' then ? else detail end,
                   status = case when status = 'queued' then 'dead' else status end
             where kind = 'asked-for' and phone is not null and status <> 'sending' and
            """;

    private final JdbcClient jdbc;

    AskedForStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Queues each text, but none to a number whose owner said stop; tells how many. */
    int insert(List<AskedForText> texts, String occasion, Instant now, Instant dueAt) {
        return jdbc.sql("""
                insert into message (id, occasion, kind, phone, body, status, due_at, queued_at)
                select id, ?, 'asked-for', phone, body, 'queued', ?, ?
                  from unnest(?::uuid[], ?::text[], ?::text[]) as text (id, phone, body)
                 where not opted_out(phone)
                """)
                .param(occasion)
                .param(timestamp(dueAt))
                .param(timestamp(now))
                .param(Columns.texts(texts, text -> Ids.next()))
                .param(Columns.texts(texts, text -> text.to().e164()))
                .param(Columns.texts(texts, AskedForText::body))
                .update();
    }

    /** Has what is due at night wait for the day, so that nobody looks at it before. */
    void defer(Instant now, Instant until) {
        jdbc.sql("""
                update message set due_at = ?
                 where due_at <= ? and kind = 'asked-for' and status in ('queued', 'unknown')
                """).param(timestamp(until)).param(timestamp(now)).update();
    }

    /** Forgets whose text went out or came too late, and who said stop while theirs was being sent in vain. */
    int eraseOld(Instant now, String tooLate) {
        return jdbc.sql(
                        FORGET
                                + " (sent_at <= ? or queued_at <= ? or (status = 'queued' and attempts > 0 and opted_out(phone)))")
                .param(tooLate)
                .param(timestamp(now.minus(KEPT_AFTER_SENDING)))
                .param(timestamp(now.minus(GOOD_FOR)))
                .update();
    }

    /** Ends what waits for the number, and forgets what went there. */
    int forget(PhoneNumber number, String why) {
        return jdbc.sql(FORGET + " phone = ?").param(why).param(number.e164()).update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
