package io.agizo.notifications.mail;

import io.agizo.notifications.MessageStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of mails. */
@Repository
class MailStore {

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Mail mail, @Nullable UUID person, Instant goodUntil) {
        jdbc.sql("""
                insert into mail (id, address, person, subject, body, queued_at, due_at, good_until)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(mail.id())
                .param(mail.to())
                .param(person)
                .param(mail.subject())
                .param(mail.body())
                .param(timestamp(mail.at()))
                .param(timestamp(mail.at()))
                .param(timestamp(goodUntil))
                .update();
    }

    /** The newest first. */
    List<Mail> latest(Instant now, int most) {
        return jdbc.sql("""
                select id, address, subject, body, queued_at from mail
                 where good_until > ? and body is not null
                 order by id desc limit ?
                """)
                .param(timestamp(now))
                .param(most)
                .query(MailStore::mail)
                .list();
    }

    /**
     * Takes the mail that waits longest; until the lease ends nobody else is given it. One that another sender is taking at
     * this moment is passed over, not waited for.
     */
    Optional<ClaimedMail> claim(Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                update mail set status = 'sending', attempts = attempts + 1, due_at = ?
                 where id = (
                       select id from mail
                        where due_at <= ? and status = 'queued' and good_until > ?
                        order by due_at limit 1 for update skip locked)
                returning id, address, subject, body, queued_at, attempts
                """)
                .param(timestamp(leaseEnd))
                .param(timestamp(now))
                .param(timestamp(now))
                .query((row, number) -> new ClaimedMail(mail(row, number), row.getInt("attempts")))
                .optional();
    }

    /**
     * Writes down what became of a try; the words go with the last one.
     *
     * @param dueAt when it is tried again; null for never
     */
    void settle(ClaimedMail claimed, MessageStatus status, @Nullable Instant dueAt, @Nullable String detail) {
        jdbc.sql("""
                update mail
                   set status = ?, due_at = ?, detail = ?, body = case when ? then body end
                 where id = ? and attempts = ? and status = 'sending'
                """)
                .param(status.word())
                .param(dueAt == null ? null : timestamp(dueAt))
                .param(detail)
                .param(dueAt != null)
                .param(claimed.mail().id())
                .param(claimed.attempt())
                .update();
    }

    /** Gives up what is still being sent after its lease has ended, and tells how many those are. */
    int giveUpLost(Instant now, String detail) {
        return jdbc.sql("""
                update mail set status = 'unknown', due_at = null, detail = ?, body = null
                 where due_at <= ? and status = 'sending'
                """).param(detail).param(timestamp(now)).update();
    }

    void delete(UUID person, @Nullable String address) {
        jdbc.sql("delete from mail where person = ? or lower(address) = lower(?)")
                .param(person)
                .param(address)
                .update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from mail where good_until <= ?").param(timestamp(now)).update();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
