package io.agizo.imports;

import io.agizo.shared.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in rows that each stand for themselves: one transaction holds what they write, their errors and the progress. */
@Component
class TakeEach {

    private final TransactionTemplate transaction;

    TakeEach(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Reads each row, hands those that can be read to {@code upsert} together and tells what became of each. In a dry run
     * the upsert is done as well, and undone.
     */
    <T> Progress take(
            Job job,
            List<StagedRow> rows,
            Function<RowForm, T> reading,
            Function<List<T>, List<RowOutcome>> upsert,
            Function<List<RowError>, Progress> save) {
        List<RowError> errors = new ArrayList<>();
        List<StagedRow> sound = new ArrayList<>(rows.size());
        List<T> values = new ArrayList<>(rows.size());
        for (StagedRow row : rows) {
            RowForm form = new RowForm(row, job.upload().format());
            T value = reading.apply(form);
            if (!row.isFirstOfItsKey()) {
                form.refuse(job.upload().kind().key(), "stands in row " + row.group() + " already");
            }
            if (form.errors().isEmpty()) {
                sound.add(row);
                values.add(value);
            }
            errors.addAll(form.errors());
        }
        Supplier<List<RowError>> taking = () -> {
            errors.addAll(told(sound, upsert.apply(values)));
            return errors;
        };
        if (job.upload().dryRun()) {
            List<RowError> found = inTransaction(taking, true);
            return inTransaction(() -> save.apply(found), false);
        }
        return inTransaction(() -> save.apply(taking.get()), false);
    }

    private <R> R inTransaction(Supplier<R> work, boolean undone) {
        return Objects.requireNonNull(transaction.execute(running -> {
            if (undone) {
                running.setRollbackOnly();
            }
            return work.get();
        }));
    }

    private static List<RowError> told(List<StagedRow> rows, List<RowOutcome> outcomes) {
        List<RowError> errors = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i).number();
            switch (outcomes.get(i)) {
                case RowOutcome.Refused(var faults) ->
                    faults.forEach(
                            fault -> errors.add(new RowError(row, RowError.column(fault.pointer()), fault.message())));
                case RowOutcome.LeftAsItIs(var notes) ->
                    notes.forEach(
                            note -> errors.add(RowError.note(row, RowError.column(note.pointer()), note.message())));
                case RowOutcome.Created created -> {}
                case RowOutcome.Updated updated -> {}
                case RowOutcome.Unchanged unchanged -> {}
            }
        }
        return errors;
    }
}
