package io.agizo.imports;

import io.agizo.identity.Caller;
import io.agizo.imports.ImportReport.State;
import io.agizo.imports.UploadFigures.Rows;
import io.agizo.shared.Columns;
import io.agizo.shared.Ids;
import io.agizo.workers.LeaseLost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of uploads as a whole: their queue, their leases and how far they have come. */
@Repository
class ImportStore {

    private static final String REPORTED = """
            select id, kind, state, dry_run, read_rows, accepted, rejected, queued_at, finished_at, version
              from import
             where state <> 'arriving'
            """;

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records an upload whose file is still on its way, and which nobody sees yet. */
    void begin(ImportId id, Upload upload, Caller caller, Instant now) {
        jdbc.sql("""
                insert into import (id, kind, format, dry_run, texted, sets_stock, caller_id, caller_name, state, begun_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'arriving', ?)
                """)
                .params(
                        id.value(),
                        upload.kind().word(),
                        word(upload.format()),
                        upload.dryRun(),
                        upload.texted(),
                        upload.setsStock(),
                        caller.id(),
                        caller.signature(),
                        timestamp(now))
                .update();
    }

    void queue(ImportId id, Instant now) {
        jdbc.sql("update import set state = 'queued', queued_at = ? where id = ? and state = 'arriving'")
                .params(timestamp(now), id.value())
                .update();
    }

    int unfinished(Caller caller) {
        return jdbc.sql(
                        "select count(*) from import where caller_id = ? and state in ('arriving', 'queued', 'running')")
                .param(caller.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Takes up the oldest unfinished upload, if nobody holds it. One at a time in the whole shop and in the order of their
     * arrival, since orders may name the customers of the upload before.
     */
    Optional<Job> claim(Instant now, Instant until, BooleanSupplier open) {
        return jdbc.sql("""
                update import
                   set state = 'running', lease_id = ?, leased_until = ?, attempts = attempts + 1, version = version + 1
                 where id = (select id from import where state in ('queued', 'running') order by queued_at, id limit 1)
                   and (state = 'queued' or (state = 'running' and leased_until < ?))
                returning id, lease_id, kind, format, dry_run, texted, sets_stock, caller_id, caller_name, attempts,
                          staged, read_rows, accepted, rejected, applied_group, applied_row
                """)
                .params(Ids.next(), timestamp(until), timestamp(now))
                .query((row, number) -> job(row, open))
                .optional();
    }

    /** Writes down how far it has come, within the transaction of what the step wrote, and holds on to the lease. */
    void save(Job job, Progress progress, Instant until) {
        int saved = jdbc.sql("""
                update import
                   set staged = ?, read_rows = ?, accepted = ?, rejected = ?, applied_group = ?, applied_row = ?,
                       attempts = 0, leased_until = ?, version = version + 1
                 where id = ? and lease_id = ?
                """)
                .params(
                        progress.staged(),
                        progress.read(),
                        progress.accepted(),
                        progress.rejected(),
                        progress.appliedGroup(),
                        progress.appliedRow(),
                        timestamp(until),
                        job.id().value(),
                        job.lease())
                .update();
        check(job, saved);
    }

    void keepLease(Job job, Instant until) {
        check(job, leaseUntil(job, until));
    }

    /** Lets others take the upload up from some time on, unless one has already. */
    void giveUpLease(Job job, Instant from) {
        leaseUntil(job, from);
    }

    private int leaseUntil(Job job, Instant until) {
        return jdbc.sql("update import set leased_until = ? where id = ? and lease_id = ?")
                .params(timestamp(until), job.id().value(), job.lease())
                .update();
    }

    Rows finish(Job job, State state, Instant now) {
        return jdbc.sql("""
                update import
                   set state = ?, finished_at = ?, lease_id = null, leased_until = null, version = version + 1
                 where id = ? and lease_id = ?
                returning accepted, rejected
                """)
                .params(state.word(), timestamp(now), job.id().value(), job.lease())
                .query((row, number) -> new Rows(row.getInt("accepted"), row.getInt("rejected")))
                .optional()
                .orElseThrow(() -> new LeaseLost(job.toString()));
    }

    /** Forgets uploads that never arrived whole, and those that ended long ago. */
    List<ImportId> forget(Instant arrivingSince, Instant finishedBefore) {
        return jdbc.sql("""
                delete from import
                 where (state = 'arriving' and begun_at < ?) or finished_at < ?
                returning id
                """)
                .params(timestamp(arrivingSince), timestamp(finishedBefore))
                .query((row, number) -> new ImportId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Forgets an upload unless it is queued; tells whether it was forgotten. */
    boolean forgetArriving(ImportId id) {
        return jdbc.sql("delete from import where id = ? and state = 'arriving'")
                        .param(id.value())
                        .update()
                == 1;
    }

    Optional<ImportReport> report(ImportId id) {
        return jdbc.sql(REPORTED + " and id = ?")
                .param(id.value())
                .query(ImportStore::report)
                .optional();
    }

    /** The latest of those kinds; reads all that are kept, which are forgotten after some weeks. */
    List<ImportReport> latest(List<ImportKind> kinds, int most) {
        return jdbc.sql(REPORTED + " and kind = any (?::text[]) order by queued_at desc, id desc limit ?")
                .param(Columns.texts(kinds, ImportKind::word))
                .param(most)
                .query(ImportStore::report)
                .list();
    }

    private static ImportReport report(ResultSet row, int number) throws SQLException {
        return new ImportReport(
                new ImportId(row.getObject(1, UUID.class)),
                kind(row.getString(2)),
                State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getBoolean(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                List.of(),
                List.of(),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                instant(row.getObject(9, OffsetDateTime.class)),
                row.getInt(10));
    }

    private static Job job(ResultSet row, BooleanSupplier open) throws SQLException {
        var upload = new Upload(
                kind(row.getString("kind")),
                UploadFormat.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                row.getBoolean("dry_run"),
                row.getBoolean("texted"),
                row.getBoolean("sets_stock"));
        return new Job(
                new ImportId(row.getObject("id", UUID.class)),
                row.getObject("lease_id", UUID.class),
                upload,
                new Caller(row.getString("caller_id"), row.getString("caller_name"), upload.permissions()),
                row.getInt("attempts"),
                new Progress(
                        row.getBoolean("staged"),
                        row.getInt("read_rows"),
                        row.getInt("accepted"),
                        row.getInt("rejected"),
                        row.getInt("applied_group"),
                        row.getInt("applied_row")),
                open);
    }

    private static void check(Job job, int changed) {
        if (changed == 0) {
            throw new LeaseLost(job.toString());
        }
    }

    private static ImportKind kind(String word) {
        return ImportKind.ofWord(word).orElseThrow();
    }

    private static String word(UploadFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
