package io.agizo.audit;

import io.agizo.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the audit trail; the database itself refuses to change or delete what is in it. */
@Repository
class AuditStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into audit_event (id, at, event, actor_kind, actor_id, subject_kind, subject_id, detail, times,
                                                 address)
                        select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::jsonb[], ?::int[], ?::text[])
                        """)
                .param(Columns.texts(entries, AuditEntry::id))
                .param(Columns.texts(entries, AuditEntry::at))
                .param(Columns.texts(entries, AuditEntry::event))
                .param(Columns.texts(entries, entry -> entry.actor().kind().word()))
                .param(Columns.texts(entries, entry -> entry.actor().id()))
                .param(Columns.texts(entries, AuditStore::subjectKind))
                .param(Columns.texts(entries, AuditStore::subjectId))
                .param(Columns.texts(entries, entry -> json.writeValueAsString(entry.detail())))
                .param(Columns.ints(entries, AuditEntry::times))
                .param(Columns.texts(entries, AuditEntry::address))
                .update();
        AuditLog.send(entries);
    }

    /** The latest first, from after the place if there is one. */
    List<AuditEntry> list(ReadAudit.Wanted wanted, ReadAudit.@Nullable Place after, int most) {
        StringBuilder conditions = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (wanted.event() != null) {
            conditions.append(" and event = ?");
            values.add(wanted.event().word());
        }
        if (wanted.actor() != null) {
            conditions.append(" and actor_id = ?");
            values.add(wanted.actor());
        }
        if (wanted.from() != null) {
            conditions.append(" and at >= ?");
            values.add(timestamp(wanted.from()));
        }
        if (wanted.to() != null) {
            conditions.append(" and at < ?");
            values.add(timestamp(wanted.to()));
        }
        if (after != null) {
            conditions.append(" and (at, id) < (?, ?)");
            values.add(timestamp(after.at()));
            values.add(after.id());
        }
        values.add(most);
        return jdbc.sql("""
                        select id, at, event, actor_kind, actor_id, subject_kind, subject_id, detail, times, address
                          from audit_event
                         where true %s
                         order by at desc, id desc limit ?
                        """.formatted(conditions))
                .params(values)
                .query(this::entry)
                .list();
    }

    void forgetAddresses(AuditParty actor) {
        jdbc.sql("""
                        update audit_event set address = null
                         where actor_id = ? and actor_kind = ? and address is not null
                        """).param(actor.id()).param(actor.kind().word()).update();
    }

    /** Forgets up to so many addresses from before the instant; says how many went. */
    int forgetAddresses(Instant before, int most) {
        return jdbc.sql("""
                        update audit_event set address = null
                         where id = any (array(
                               select id from audit_event where address is not null and at < ? order by at limit ?))
                        """).param(timestamp(before)).param(most).update();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        String subject = row.getString("subject_kind");
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("event"),
                new AuditParty(kind(row.getString("actor_kind")), row.getString("actor_id")),
                subject == null ? null : new AuditParty(kind(subject), row.getString("subject_id")),
                json.readValue(row.getString("detail"), new TypeReference<>() {}),
                row.getInt("times"),
                row.getString("address"));
    }

    private static AuditParty.Kind kind(String word) {
        return AuditParty.Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String subjectKind(AuditEntry entry) {
        return entry.subject() == null ? null : entry.subject().kind().word();
    }

    private static @Nullable String subjectId(AuditEntry entry) {
        return entry.subject() == null ? null : entry.subject().id();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
