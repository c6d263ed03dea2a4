package io.agizo.notifications.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of mails. */
@Repository
class MailStore {

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Mail mail, Instant goodUntil) {
        jdbc.sql("insert into mail (id, address, subject, body, queued_at, good_until) values (?, ?, ?, ?, ?, ?)")
                .param(mail.id())
                .param(mail.to())
                .param(mail.subject())
                .param(mail.body())
                .param(timestamp(mail.at()))
                .param(timestamp(goodUntil))
                .update();
    }

    /** The newest first. */
    List<Mail> latest(Instant now, int most) {
        return jdbc.sql("""
                select id, address, subject, body, queued_at from mail where good_until > ? order by id desc limit ?
                """)
                .param(timestamp(now))
                .param(most)
                .query((row, number) -> new Mail(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void deleteTo(String address) {
        jdbc.sql("delete from mail where lower(address) = lower(?)")
                .param(address)
                .update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from mail where good_until <= ?").param(timestamp(now)).update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
