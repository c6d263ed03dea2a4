package io.agizo.notifications;

import io.agizo.shared.Columns;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts, as those who send them see them. Each method is one statement and its own transaction. */
@Repository
class SendingStore {

    private final JdbcClient jdbc;

    SendingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes, for one request of one sender, the text that waits longest and others of the same kind and words to other numbers;
     * until the lease ends nobody else is given them. Rows that another sender is taking at this moment are passed over,
     * not waited for. What was asked for is taken by day only, and never for who has said stop.
     */
    List<ClaimedText> claim(
            Instant now,
            Collection<MessageStatus> statuses,
            boolean byDay,
            int most,
            Instant leaseEnd,
            String gateway) {
        return jdbc.sql("""
                with due as (
                    select id, kind, phone, body, due_at from message
                     where due_at <= ? and status = any(?) and phone is not null
                       and (secret_until is null or secret_until > ?)
                       and (kind = 'transactional' or (? and not opted_out(phone)))
                     order by due_at limit ? for update skip locked
                ), claimed as (
                    select distinct on (phone) id from due
                     where (kind, body) = (select kind, body from due order by due_at, id limit 1)
                     order by phone, due_at
                )
                update message set status = 'sending', attempts = attempts + 1, due_at = ?, gateway = ?
                  from claimed where message.id = claimed.id
                returning message.id, kind, phone, body, attempts, traceparent
                """)
                .param(timestamp(now))
                .param(Columns.texts(statuses, MessageStatus::word))
                .param(timestamp(now))
                .param(byDay)
                .param(most)
                .param(timestamp(leaseEnd))
                .param(gateway)
                .query((row, i) -> new ClaimedText(
                        row.getObject("id", UUID.class),
                        MessageKind.of(row.getString("kind")),
                        new PhoneNumber(row.getString("phone")),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getString("traceparent")))
                .list();
    }

    /**
     * Writes down what became of tries. A try that counts as lost may still be heard of, so a text of unknown fate takes its
     * verdict too; one that is being tried again does not. The words of a secret text go with its last try.
     */
    void settle(List<Verdict> verdicts) {
        jdbc.sql("""
                update message
                   set status = verdict.status, attempts = verdict.attempts, due_at = verdict.due_at,
                       sent_at = verdict.sent_at, gateway_id = verdict.gateway_id, cost = verdict.cost,
                       detail = verdict.detail,
                       body = case when message.secret_until is null or verdict.due_at is not null then message.body end
                  from unnest(?::uuid[], ?::smallint[], ?::text[], ?::smallint[], ?::timestamptz[], ?::timestamptz[],
                              ?::text[], ?::text[], ?::text[])
                    as verdict (id, attempt, status, attempts, due_at, sent_at, gateway_id, cost, detail)
                 where message.id = verdict.id and message.attempts = verdict.attempt
                   and message.status in ('sending', 'unknown')
                """)
                .param(Columns.texts(verdicts, verdict -> verdict.text().id()))
                .param(Columns.ints(verdicts, verdict -> verdict.text().attempt()))
                .param(Columns.texts(verdicts, verdict -> verdict.status().word()))
                .param(Columns.ints(verdicts, Verdict::attempts))
                .param(Columns.texts(verdicts, Verdict::dueAt))
                .param(Columns.texts(verdicts, Verdict::sentAt))
                .param(Columns.texts(verdicts, Verdict::gatewayId))
                .param(Columns.texts(verdicts, Verdict::cost))
                .param(Columns.texts(verdicts, Verdict::detail))
                .update();
    }

    /**
     * Marks as unknown what is still being sent after its lease has ended, for whoever sent it is gone, and tells how many
     * those are.
     *
     * @param resendAt when to send those again that have tries left; null for never
     */
    int giveUpLost(Instant now, int mostAttempts, @Nullable Instant resendAt, String detail) {
        return jdbc.sql("""
                update message
                   set status = 'unknown', detail = ?, due_at = case when attempts < ? then ?::timestamptz end
                 where due_at <= ? and status = 'sending'
                """)
                .param(detail)
                .param(mostAttempts)
                .param(resendAt == null ? null : timestamp(resendAt))
                .param(timestamp(now))
                .update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
