package io.agizo.orders;

import io.agizo.queries.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that go out about orders; the notifications module writes them, so that orders need not know how. */
public interface OrderTexts {

    /**
     * Queues the text for each event within the running transaction, in a fixed number of statements: text and order
     * stand or fall together. Events without a customer or without a phone queue nothing.
     *
     * @return what was queued, by order
     */
    Map<OrderId, List<OrderMessage>> queue(List<OrderEvent> events);

    /** The words that {@link #queue} would queue for the event; null if it would queue none. */
    @Nullable String words(OrderEvent event);

    /**
     * Takes back, within the running transaction, what still waits to be texted about the order. A text that is being
     * sent at this moment is past that.
     */
    void withdraw(OrderId order);

    /** Looks up the texts about these orders, oldest first; orders without any are left out. */
    Query<Map<OrderId, List<OrderMessage>>> about(Collection<OrderId> orders);
}
