package io.agizo.imports;

import io.agizo.imports.TellRefused.Refusal;
import io.agizo.orders.TryOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders in through the desk like any other orders, each known by its reference. */
@Component
class OrderIntake implements Intake {

    private final ReadOrder readOrder;
    private final HandInOrders handIn;
    private final TryOrders trial;
    private final TellRefused tellRefused;
    private final TransactionTemplate transaction;

    OrderIntake(
            ReadOrder readOrder,
            HandInOrders handIn,
            TryOrders trial,
            TellRefused tellRefused,
            TransactionTemplate transaction) {
        this.readOrder = readOrder;
        this.handIn = handIn;
        this.trial = trial;
        this.tellRefused = tellRefused;
        this.transaction = transaction;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ORDERS;
    }

    @Override
    public Progress take(Job job, List<StagedRow> rows, Function<List<RowError>, Progress> save) {
        List<RowError> errors = new ArrayList<>();
        List<OrderDraft> drafts = new ArrayList<>();
        for (List<StagedRow> group : groups(rows)) {
            OrderDraft draft = readOrder.from(group, job, errors::addAll);
            if (draft != null) {
                drafts.add(draft);
            }
        }
        errors.addAll(tellRefused.errors(job.upload().dryRun() ? tried(job, drafts) : handIn.all(job, drafts)));
        return Objects.requireNonNull(transaction.execute(running -> save.apply(errors)));
    }

    private List<Refusal> tried(Job job, List<OrderDraft> drafts) {
        List<Refusal> refused = new ArrayList<>();
        var refusals = trial.each(
                job.caller(), drafts.stream().map(OrderDraft::command).toList());
        for (int i = 0; i < drafts.size(); i++) {
            OrderDraft draft = drafts.get(i);
            refusals.get(i).ifPresent(why -> refused.add(new Refusal(draft, why)));
        }
        return refused;
    }

    private static List<List<StagedRow>> groups(List<StagedRow> rows) {
        List<List<StagedRow>> groups = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i).group() != rows.get(start).group()) {
                groups.add(rows.subList(start, i));
                start = i;
            }
        }
        return groups;
    }
}
