package io.agizo.office.pages.order;

import io.agizo.notifications.MessageView;
import io.agizo.orders.OrderView;
import io.agizo.orders.PrivateNote;
import io.agizo.orders.Prospect;
import io.agizo.orders.StepKind;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One order with all that a colleague wants to know of it.
 *
 * @param texts null for whoever may not read texts: they see the fate of each and no words
 * @param others the customer's other orders, latest first
 * @param steps what may be done to it
 * @param open the step whose form stands open; null for none
 * @param form what was typed, and what is wrong with it
 * @param back where to go once something is done; empty for here
 */
public record OrderPageView(
        OrderView order,
        PrivateNote privateNote,
        @Nullable List<MessageView> texts,
        List<OrderView> others,
        Map<StepKind, Prospect> steps,
        @Nullable StepKind open,
        Form form,
        String back) {

    private static final int READY_MADE_REASONS = 4;

    public OrderPageView {
        others = List.copyOf(others);
        steps = Map.copyOf(steps);
    }

    public @Nullable Prospect step(StepKind kind) {
        return steps.get(kind);
    }

    public String path() {
        return "/office/orders/" + order.number();
    }

    /** The sentences of the reasons that need no typing, in the language that the customer reads. */
    public List<Message> reasons(Prospect step) {
        String kind = step.step() == StepKind.REJECT ? "reject" : "cancel";
        return IntStream.rangeClosed(1, READY_MADE_REASONS)
                .mapToObj(i -> Message.of("order.reason." + kind + "." + step.language() + "." + i))
                .toList();
    }

    /** Units of a line that are still to be handed over. */
    public static int left(OrderView.Line line) {
        return line.quantity() - line.fulfilled();
    }

    /** Units of a line that the customer has. */
    public static int kept(OrderView.Line line) {
        return line.fulfilled() - line.returned();
    }

    /** Whether units of one line, or several units, make a choice of which to hand over. */
    public boolean canBeSplit() {
        return order.lines().stream().mapToInt(OrderPageView::left).sum() > 1;
    }
}
