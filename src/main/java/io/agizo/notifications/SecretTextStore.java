package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts whose words are nobody's to read but the addressee's: how they come into the queue, and how their words go. */
@Repository
class SecretTextStore {

    private static final String TOO_LATE = "It was not sent in time to be of use.";

    private final JdbcClient jdbc;

    SecretTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            UUID id,
            PhoneNumber to,
            @Nullable UUID person,
            String occasion,
            String body,
            Instant now,
            Instant goodUntil) {
        insert(id, to, person, occasion, now, goodUntil, MessageStatus.QUEUED, body, now, null);
    }

    /** Only tells that the text was not sent, and why. */
    void insertRefused(
            UUID id,
            PhoneNumber to,
            @Nullable UUID person,
            String occasion,
            Instant now,
            Instant goodUntil,
            String refusal) {
        insert(id, to, person, occasion, now, goodUntil, MessageStatus.FAILED, null, null, refusal);
    }

    private void insert(
            UUID id,
            PhoneNumber to,
            @Nullable UUID person,
            String occasion,
            Instant now,
            Instant goodUntil,
            MessageStatus status,
            @Nullable String body,
            @Nullable Instant dueAt,
            @Nullable String detail) {
        jdbc.sql("""
                insert into message (id, occasion, phone, person, body, status, due_at, queued_at, secret_until, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(id)
                .param(occasion)
                .param(to.e164())
                .param(person)
                .param(body)
                .param(status.word())
                .param(dueAt == null ? null : timestamp(dueAt))
                .param(timestamp(now))
                .param(timestamp(goodUntil))
                .param(detail)
                .update();
    }

    /** Erases words whose time is over, and gives up what still waits; the words of what is being sent go when that ends. */
    void erase(Instant now) {
        jdbc.sql("""
                update message
                   set body = null, due_at = null, status = case when status = 'queued' then 'dead' else status end,
                       detail = case when status = 'queued' then ? else detail end
                 where secret_until <= ? and body is not null and status <> 'sending'
                """).param(TOO_LATE).param(timestamp(now)).update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
