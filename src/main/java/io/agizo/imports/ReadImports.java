package io.agizo.imports;

import io.agizo.identity.Caller;
import io.agizo.imports.ErrorStore.Listed;
import io.agizo.shared.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what became of an upload, to whoever may send such uploads themselves; to everyone else it does not exist. */
@Component
public class ReadImports {

    private static final int PAGE = 1_000;

    /** As many as one remembers having sent; older ones are found by their address. */
    private static final int LATEST = 20;

    private final ImportStore imports;
    private final ErrorStore errors;

    ReadImports(ImportStore imports, ErrorStore errors) {
        this.imports = imports;
        this.errors = errors;
    }

    @Transactional(readOnly = true)
    public ImportReport report(Caller caller, ImportId id) {
        ImportReport report = visible(caller, id);
        return report.with(
                errors.first(id, true, ImportReport.MOST_ERRORS), errors.first(id, false, ImportReport.MOST_ERRORS));
    }

    /** The latest uploads of the kinds that the caller may send, without what is said of their rows. */
    public List<ImportReport> latest(Caller caller) {
        List<ImportKind> visible = Arrays.stream(ImportKind.values())
                .filter(kind -> caller.may(kind.permission()))
                .toList();
        return imports.latest(visible, LATEST);
    }

    /** Hands over every error and note by row, some at a time, however many there are. */
    public void errors(Caller caller, ImportId id, Consumer<List<RowError>> taker) {
        visible(caller, id);
        List<Listed> page = errors.after(id, ErrorStore.BEFORE_ALL, PAGE);
        taker.accept(page.stream().map(Listed::error).toList());
        while (page.size() == PAGE) {
            page = errors.after(id, page.getLast(), PAGE);
            taker.accept(page.stream().map(Listed::error).toList());
        }
    }

    private ImportReport visible(Caller caller, ImportId id) {
        return imports.report(id)
                .filter(report -> caller.may(report.kind().permission()))
                .orElseThrow(() -> new NotFound("There is no such upload, or you may not see it."));
    }
}
