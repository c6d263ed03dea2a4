package io.agizo.notifications.phonescreen;

import io.agizo.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts, as the phone screen sees them. */
@Repository
class PhoneScreenStore {

    /** Read in some milliseconds, and more than anyone scrolls through. */
    private static final int LATEST = 20_000;

    private final JdbcClient jdbc;

    PhoneScreenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Delivers what waits longest and tells which those were. Rows that another replica is delivering at this moment are
     * passed over, not waited for. The commit does not wait for the disk, which orders have better use for: a text whose
     * delivery is forgotten in a crash is shown all the same, and marked once more. What was asked for is delivered by day
     * only, and never to who has said stop.
     */
    List<UUID> deliver(Instant now, boolean byDay, int most) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                update message
                   set status = 'delivered', attempts = attempts + 1, due_at = null, sent_at = ?, gateway = 'phone-screen',
                       detail = null
                  from (
                    select id from message
                     where due_at <= ? and status = 'queued' and (secret_until is null or secret_until > ?)
                       and (kind = 'transactional' or (? and not opted_out(phone)))
                       and (select set_config('synchronous_commit', 'off', true)) = 'off'
                     order by due_at limit ? for update skip locked
                  ) as due
                 where message.id = due.id
                returning message.id
                """)
                .param(at)
                .param(at)
                .param(at)
                .param(byDay)
                .param(most)
                .query(UUID.class)
                .list();
    }

    /** A text that has reached a phone. */
    record Arrived(UUID id, PhoneNumber to, String body, Instant at) {}

    /** The newest first. */
    List<Arrived> latest(int most) {
        return jdbc.sql("""
                select id, phone, body, sent_at from message
                 where status in ('sent', 'delivered') and phone is not null and body is not null
                 order by id desc limit ?
                """).param(most).query(PhoneScreenStore::arrived).list();
    }

    /** The newest first, from among the latest of all: texts to one number have no index, and the demo needs none. */
    List<Arrived> latestTo(PhoneNumber number, int most) {
        return jdbc.sql("""
                select id, phone, body, sent_at from (
                    select id, phone, body, sent_at, status from message order by id desc limit ?
                  ) as latest
                 where phone = ? and status in ('sent', 'delivered') and body is not null
                 order by id desc limit ?
                """)
                .param(LATEST)
                .param(number.e164())
                .param(most)
                .query(PhoneScreenStore::arrived)
                .list();
    }

    private static Arrived arrived(ResultSet row, int index) throws SQLException {
        return new Arrived(
                row.getObject("id", UUID.class),
                new PhoneNumber(row.getString("phone")),
                row.getString("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
