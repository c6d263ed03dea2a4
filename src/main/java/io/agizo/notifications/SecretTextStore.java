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
        jdbc.sql("""
                insert into message (id, occasion, phone, person, body, status, due_at, queued_at, secret_until)
                values (?, ?, ?, ?, ?, 'queued', ?, ?, ?)
                """)
                .param(id)
                .param(occasion)
                .param(to.e164())
                .param(person)
                .param(body)
                .param(timestamp(now))
                .param(timestamp(now))
                .param(timestamp(goodUntil))
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
