package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what an edit would make of an order, without making it. Needs {@code orders:edit}. */
@Component
public class PreviewEdit {

    private final OrderSteps steps;
    private final EditOrder edits;
    private final ForeseeSteps foresee;

    PreviewEdit(OrderSteps steps, EditOrder edits, ForeseeSteps foresee) {
        this.steps = steps;
        this.edits = edits;
        this.foresee = foresee;
    }

    /** What would become of the edit. */
    public sealed interface Preview {

        /**
         * The order as it would be.
         *
         * @param before the total that it has now
         * @param fulfils whether nothing is left to hand over, so that the edit ends the order
         * @param text what the customer will read; null if nobody is texted
         */
        record Possible(
                List<OrderView.Line> lines,
                Money total,
                Money before,
                boolean changes,
                boolean fulfils,
                @Nullable String text)
                implements Preview {}

        /** It would be refused. */
        record Impossible(Decision why) implements Preview {}
    }

    /** Locks what an edit would lock, for as long as it takes to look. */
    @Transactional
    public Preview preview(Caller caller, OrderNumber number, OrderEdit edit) {
        caller.must(Permission.ORDERS_EDIT);
        HeldOrder order = steps.hold(number, null);
        return switch (edits.draft(order, edit)) {
            case EditOrder.Draft.Impossible no -> new Preview.Impossible(no.why());
            case EditOrder.Draft.Possible draft -> {
                Decision tooFew = edits.shortage(order, draft);
                yield tooFew == null ? possible(order, draft) : new Preview.Impossible(tooFew);
            }
        };
    }

    private Preview possible(HeldOrder order, EditOrder.Draft.Possible draft) {
        OrderRow before = order.row();
        OrderRow after = draft.after();
        List<OrderView.Line> lines =
                draft.lines().stream().map(StoredLine::line).toList();
        return new Preview.Possible(
                lines,
                after.total(),
                before.total(),
                !EditWords.of(order, after, draft.lines()).isEmpty(),
                draft.fulfils(),
                draft.occasion() == null
                        ? null
                        : foresee.words(steps.shown(before).holding(lines, after.total()), draft.occasion()));
    }
}
