package io.agizo.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clears away the reports of long ago, and files that never arrived whole. */
@Component
class ForgetImports {

    /** Long enough to come back to a report after a holiday. */
    private static final Duration REPORTS_KEPT = Duration.ofDays(30);

    /** The slowest upload is over long before. */
    private static final Duration ARRIVAL_TAKES = Duration.ofDays(1);

    private final ImportStore imports;
    private final FileStore files;
    private final RowStore rows;
    private final ErrorStore errors;
    private final Clock clock;

    ForgetImports(ImportStore imports, FileStore files, RowStore rows, ErrorStore errors, Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.errors = errors;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    @Transactional
    public void forgetOld() {
        Instant now = clock.instant();
        List<ImportId> gone = imports.forget(now.minus(ARRIVAL_TAKES), now.minus(REPORTS_KEPT));
        files.delete(gone);
        rows.delete(gone);
        errors.delete(gone);
    }
}
