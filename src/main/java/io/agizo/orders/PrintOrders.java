package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives orders that are to be put on paper, many in a fixed number of statements, and notes on their timelines that they
 * were. That changes nothing of an order: it makes no page of it stale. Needs {@code orders:read}.
 */
@Component
public class PrintOrders {

    /** As many pages as a person carries to a shelf; more are printed in several goes. */
    public static final int MOST = 500;

    private final OrderStore orders;
    private final PrintStore prints;
    private final OrderViews views;
    private final Clock clock;

    PrintOrders(OrderStore orders, PrintStore prints, OrderViews views, Clock clock) {
        this.orders = orders;
        this.prints = prints;
        this.views = views;
        this.clock = clock;
    }

    /** The orders of these numbers, each once and as they stand there; those that are not there are left out. */
    @Transactional(readOnly = true)
    public List<OrderView> toPrint(Caller caller, Collection<OrderNumber> numbers) {
        caller.must(Permission.ORDERS_READ);
        Set<OrderNumber> wanted = new LinkedHashSet<>(numbers);
        Map<OrderNumber, OrderRow> found =
                orders.byNumber(wanted).stream().collect(Collectors.toMap(OrderRow::number, Function.identity()));
        return views.of(wanted.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    /** Notes who printed what. */
    @Transactional
    public void printed(Caller caller, Collection<OrderNumber> numbers, PrintKind what) {
        caller.must(Permission.ORDERS_READ);
        List<OrderId> found =
                orders.byNumber(Set.copyOf(numbers)).stream().map(OrderRow::id).toList();
        if (!found.isEmpty()) {
            prints.add(found, what, caller.signature(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
