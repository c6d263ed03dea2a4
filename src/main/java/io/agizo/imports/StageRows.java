package io.agizo.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a file to its end before anything of it is applied: so a file that turns out to be broken changes nothing, and
 * the rows of one order come together wherever they stand.
 */
@Component
class StageRows {

    /** Enough to share a commit, few enough to be in memory even where every row is as long as it may be. */
    static final int MOST_AT_A_TIME = 2_000;

    private final FileStore files;
    private final RowStore rows;
    private final SaveProgress progress;
    private final TransactionTemplate transaction;

    StageRows(FileStore files, RowStore rows, SaveProgress progress, TransactionTemplate transaction) {
        this.files = files;
        this.rows = rows;
        this.progress = progress;
        this.transaction = transaction;
    }

    /** Goes on where the last holder of the lease left off. */
    Progress stage(Job job) throws IOException {
        Progress reached = job.progress();
        if (reached.staged()) {
            return reached;
        }
        try (InputStream file = files.open(job.id())) {
            RowReader reader = job.upload().format().open(file, job.upload().kind());
            skip(reader, reached.read());
            while (!reached.staged()) {
                job.checkOpen();
                reached = step(job, reached, next(reader));
            }
        }
        if (reached.read() == 0) {
            throw new Unreadable(0, Unreadable.NO_ROWS);
        }
        return reached;
    }

    private static void skip(RowReader reader, int read) throws IOException {
        for (int i = 0; i < read; i++) {
            reader.next();
        }
    }

    private static List<Row> next(RowReader reader) throws IOException {
        List<Row> batch = new ArrayList<>(MOST_AT_A_TIME);
        while (batch.size() < MOST_AT_A_TIME) {
            Row row = reader.next();
            if (row == null) {
                break;
            }
            batch.add(row);
        }
        return batch;
    }

    private Progress step(Job job, Progress before, List<Row> batch) {
        ImportKind kind = job.upload().kind();
        List<RowError> errors = new ArrayList<>();
        List<Row> staged = new ArrayList<>(batch.size());
        for (Row row : batch) {
            if (row.errors().isEmpty() || mayHaveOthers(row, kind)) {
                staged.add(row);
            }
            errors.addAll(row.errors());
        }
        Progress after = before.afterReading(batch.size(), errors, batch.size() < MOST_AT_A_TIME);
        transaction.executeWithoutResult(running -> {
            rows.stage(job.id(), kind, staged);
            progress.save(job, after, errors);
        });
        return after;
    }

    /** Others of the same order, which must not be placed without it. */
    private static boolean mayHaveOthers(Row row, ImportKind kind) {
        return kind.joinsRows() && !row.cells().getOrDefault(kind.key(), "").isEmpty();
    }
}
