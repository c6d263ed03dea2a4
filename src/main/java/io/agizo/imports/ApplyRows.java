package io.agizo.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes the rows of a file that was read to its end into the shop, some thousands at a time. */
@Component
class ApplyRows {

    /** As for reading: enough to share a commit, few enough to be in memory. */
    private static final int MOST_AT_A_TIME = 2_000;

    private final RowStore rows;
    private final SaveProgress progress;
    private final Map<ImportKind, Intake> intakes;

    ApplyRows(RowStore rows, SaveProgress progress, List<Intake> intakes) {
        this.rows = rows;
        this.progress = progress;
        this.intakes = intakes.stream().collect(Collectors.toMap(Intake::kind, Function.identity()));
    }

    /** Goes on where the last holder of the lease left off. */
    void apply(Job job, Progress staged) {
        Intake intake = Objects.requireNonNull(intakes.get(job.upload().kind()));
        Progress reached = staged;
        for (List<StagedRow> taken = next(job, reached); !taken.isEmpty(); taken = next(job, reached)) {
            reached = step(job, intake, reached, taken);
        }
    }

    private Progress step(Job job, Intake intake, Progress before, List<StagedRow> taken) {
        job.checkOpen();
        return intake.take(job, taken, errors -> {
            Progress after = before.afterApplying(taken, errors);
            progress.save(job, after, errors);
            return after;
        });
    }

    /** Leaves out a last group that may not be whole yet, unless it is all there is. */
    private List<StagedRow> next(Job job, Progress reached) {
        List<StagedRow> next = rows.after(job.id(), job.upload().kind(), reached, MOST_AT_A_TIME);
        int whole = next.size();
        if (whole == MOST_AT_A_TIME) {
            int last = next.getLast().group();
            while (whole > 0 && next.get(whole - 1).group() == last) {
                whole--;
            }
        }
        return whole == 0 ? next : next.subList(0, whole);
    }
}
