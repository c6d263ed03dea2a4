package io.agizo.notifications;

import io.agizo.live.Change;
import io.agizo.live.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Delivery reports until they are matched with their texts. */
@Repository
class DeliveryReportStore {

    /** A gateway account that others use too reports on their texts as well; beyond so many, reports are let go. */
    private static final int MOST_UNMATCHED = 10_000;

    /** An answer is written down within a minute of its report, so what is unmatched after a day will stay so. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** Longer than a request to a gateway takes: its answer would have been written down by now. */
    private static final Duration NO_ANSWER_COMES = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    DeliveryReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DeliveryReport report, Instant now) {
        jdbc.sql("""
                insert into delivery_report (gateway_id, phone, status, detail, received_at)
                select ?, ?, ?, ?, ? where (select count(*) from delivery_report) < ?
                """)
                .param(report.gatewayId())
                .param(report.phone().e164())
                .param(report.status() == null ? null : report.status().word())
                .param(report.detail())
                .param(timestamp(now))
                .param(MOST_UNMATCHED)
                .update();
    }

    /**
     * Writes reports down on the texts they belong to; those of one id, or all if it is null. Of several on one text the
     * most telling counts: a delivery outweighs all, a failure what is under way, and nothing else a final state. Tells which
     * texts have another state now.
     */
    List<Change> settle(@Nullable String gatewayId) {
        return jdbc.sql("""
                with matched as (
                    delete from delivery_report report using message
                     where message.gateway_id = report.gateway_id and message.phone = report.phone
                       and (?::text is null or report.gateway_id = ?)
                    returning message.id, report.status, report.detail, report.received_at,
                              array_position(array['sent', 'failed', 'delivered'], report.status) as weight
                ), telling as (
                    select distinct on (id) * from matched order by id, weight desc nulls last, received_at desc
                )
                update message
                   set status = coalesce(telling.status, message.status), detail = telling.detail,
                       sent_at = coalesce(message.sent_at, telling.received_at)
                  from telling
                 where message.id = telling.id
                   and (message.status in ('sent', 'unknown') or telling.status = 'delivered')
                returning message.id, message.status
                """)
                .param(gatewayId)
                .param(gatewayId)
                .query((row, i) -> fate(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * Matches reports that came before their answer or instead of it, and forgets those that belong to nothing. Tells which
     * texts have another state now.
     */
    List<Change> sweep(Instant now) {
        boolean any = jdbc.sql("select 1 from delivery_report limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!any) {
            return List.of();
        }
        adopt(now);
        List<Change> settled = settle(null);
        jdbc.sql("delete from delivery_report where received_at < ?")
                .param(timestamp(now.minus(KEPT)))
                .update();
        return settled;
    }

    /**
     * Gives a text of unknown fate the id in a report that no answer has claimed: it was sent after all. Only where nothing
     * else can be meant: one such text to the number, and one such id.
     */
    private void adopt(Instant now) {
        jdbc.sql("""
                with unclaimed as (
                    select phone, min(gateway_id) as gateway_id, min(received_at) as received_at from delivery_report
                     where received_at <= ? group by phone having count(distinct gateway_id) = 1
                ), unclear as (
                    select phone, min(id::text)::uuid as id, min(queued_at) as queued_at from message
                     where status = 'unknown' and gateway_id is null group by phone having count(*) = 1
                )
                update message set gateway_id = unclaimed.gateway_id, due_at = null
                  from unclaimed join unclear using (phone)
                 where message.id = unclear.id and message.status = 'unknown'
                   and unclear.queued_at <= unclaimed.received_at
                """).param(timestamp(now.minus(NO_ANSWER_COMES))).update();
    }

    private static Change fate(String text, String status) {
        return new Change(Topic.TEXTS, text, status, status);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
