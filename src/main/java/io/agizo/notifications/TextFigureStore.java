package io.agizo.notifications;

import io.agizo.notifications.TextFigures.Counted;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the texts along the indexes of what waits and of what is done with. */
@Repository
class TextFigureStore {

    private final JdbcClient jdbc;

    TextFigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record StateRow(
            MessageStatus status, long texts, @Nullable Instant since) {}

    /** Those that wait, and those made since then with which nothing is left to do. What waits for the day is no oldest. */
    Counted count(Instant doneSince) {
        Map<MessageStatus, Long> states = new EnumMap<>(MessageStatus.class);
        Instant oldest = null;
        for (StateRow row : jdbc.sql("""
                select status, count(*) as texts,
                       min(queued_at) filter (where status = 'queued' and kind = 'transactional') as since
                  from message where due_at is not null group by status
                union all
                select status, count(*), null
                  from message
                 where status in ('sent', 'delivered', 'failed', 'unknown', 'dead') and due_at is null and id > ?
                 group by status
                """)
                .param(firstIdAt(doneSince))
                .query((row, number) -> new StateRow(
                        MessageStatus.of(row.getString("status")),
                        row.getLong("texts"),
                        instant(row.getObject("since", OffsetDateTime.class))))
                .list()) {
            states.merge(row.status(), row.texts(), Long::sum);
            oldest = row.since() == null ? oldest : row.since();
        }
        return new Counted(states, oldest);
    }

    /** Ids sort by the time they were made, of which the first 48 bits are the milliseconds. */
    private static UUID firstIdAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
