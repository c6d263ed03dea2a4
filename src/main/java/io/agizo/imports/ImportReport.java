package io.agizo.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far an upload has come and what became of its rows.
 *
 * @param read how many data rows were read
 * @param accepted how many of them went in, or say what was there before
 * @param rejected how many were refused
 * @param errors why, for the first {@value #MOST_ERRORS} errors by row; the whole list is a file of its own
 * @param notes what was left as it is for rows that went in, as many
 */
public record ImportReport(
        ImportId id,
        ImportKind kind,
        State state,
        boolean dryRun,
        int read,
        int accepted,
        int rejected,
        List<RowError> errors,
        List<RowError> notes,
        Instant queuedAt,
        @Nullable Instant finishedAt,
        @JsonIgnore int version)
        implements Versioned {

    /** As many as a person reads on a page before they correct the file. */
    static final int MOST_ERRORS = 200;

    public ImportReport {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    ImportReport with(List<RowError> errors, List<RowError> notes) {
        return new ImportReport(
                id, kind, state, dryRun, read, accepted, rejected, errors, notes, queuedAt, finishedAt, version);
    }

    /** Where an upload stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
