package io.agizo.orders;

import io.agizo.api.Answer;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.Ticket.Fate;
import io.agizo.orders.Ticket.Keyed;
import io.agizo.orders.Ticket.Settled;
import io.agizo.workers.Traces.Leg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far a ticket has come in the transaction of its batch: it is open, then decided, and has a fate in the end. */
final class TicketInBatch {

    private final Ticket ticket;
    private @Nullable OrderRefused refusal;
    private @Nullable OrderNumber number;
    private @Nullable Fate fate;

    TicketInBatch(Ticket ticket) {
        this.ticket = ticket;
    }

    Ticket ticket() {
        return ticket;
    }

    Wish wish() {
        return ticket.wish();
    }

    @Nullable Keyed keyed() {
        return ticket.keyed();
    }

    /** Whether nothing is known of it yet; what was asked before under its key is known from the start. */
    boolean isOpen() {
        return fate == null;
    }

    /** Answers what was asked before under its key. */
    void repeat(Answer answer) {
        fate = new Fate.Answered(answer, null);
    }

    void answer(Answer answer, Placement placement) {
        fate = new Fate.Answered(answer, placement);
    }

    void refuse(OrderRefused why) {
        refusal = why;
    }

    void place(NewOrder order) {
        number = order.view().number();
    }

    /** How the texts about those orders that are followed go on from here. */
    static Map<OrderNumber, String> traces(List<TicketInBatch> batch) {
        Map<OrderNumber, String> traces = new HashMap<>();
        for (TicketInBatch each : batch) {
            Leg leg = each.ticket.leg();
            if (leg != null && each.number != null) {
                traces.put(each.number, leg.traceparent());
            }
        }
        return traces;
    }

    /** What became of it, once the batch's orders are written. */
    Placement placement(CartBatch carts, Map<OrderNumber, OrderView> written) {
        return refusal == null ? new Placed(Objects.requireNonNull(written.get(number))) : carts.told(refusal, written);
    }

    void tell(Placement placement) {
        fate = new Fate.Decided(placement);
    }

    Settled settled() {
        return new Settled(ticket, Objects.requireNonNull(fate));
    }
}
