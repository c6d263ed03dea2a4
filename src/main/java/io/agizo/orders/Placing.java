package io.agizo.orders;

import static java.util.Objects.requireNonNull;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.IdempotentAnswers.Known;
import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerView;
import io.agizo.inventory.Stock;
import io.agizo.live.Change;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.Ticket.Keyed;
import io.agizo.orders.Ticket.Settled;
import io.agizo.shared.Shop;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction in which the desk places a batch of orders: a fixed number of statements, however many orders.
 *
 * <p>Its locks are always taken in the same order, first the idempotency keys (never waited for), then carts, then stock
 * levels, then buyers without a proved number, then the phones of new customers, so that desks on several replicas cannot deadlock.
 */
@Component
class Placing {

    /** The outcome of the commit is unknown: the connection broke while it was under way. */
    static final class Unconfirmed extends RuntimeException {
        Unconfirmed(RuntimeException cause) {
            super(cause);
        }
    }

    /** The database lets nobody in, or has broken off: nothing was placed, and nothing will be before it is back. */
    static final class DatabaseAway extends RuntimeException {
        DatabaseAway(RuntimeException cause) {
            super(cause);
        }
    }

    private final TransactionTemplate transaction;
    private final Shop shop;
    private final IdempotentAnswers answers;
    private final MentionedInOrders mentioned;
    private final CustomerDirectory customers;
    private final CartsAtTheDesk carts;
    private final Stock stock;
    private final NewOrderStore store;
    private final TextCustomers textCustomers;
    private final Live live;
    private final CommitStore commits;
    private final Clock clock;

    Placing(
            PlatformTransactionManager transactions,
            Shop shop,
            IdempotentAnswers answers,
            MentionedInOrders mentioned,
            CustomerDirectory customers,
            CartsAtTheDesk carts,
            Stock stock,
            NewOrderStore store,
            TextCustomers textCustomers,
            Live live,
            CommitStore commits,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.shop = shop;
        this.answers = answers;
        this.mentioned = mentioned;
        this.customers = customers;
        this.carts = carts;
        this.stock = stock;
        this.store = store;
        this.textCustomers = textCustomers;
        this.live = live;
        this.commits = commits;
        this.clock = clock;
    }

    /** Refuses what no state of the shop could make right, before it takes up a place in the queue. */
    void check(NewOrderRequest command) {
        if (command.time() != null) {
            OrderTime.checked(command.time(), clock.instant());
        }
    }

    /**
     * Decides each order in arrival order, all of its lines or none, and writes those that are placed. One order's refusal
     * does not touch its neighbours; if this throws, nothing at all was placed.
     *
     * @return a fate for each ticket whose sender is still there, to be told once the commit is on disk
     * @throws Unconfirmed if nobody can tell whether the batch was committed
     * @throws DatabaseAway if it was not, and there is no database to try it again on
     */
    List<Settled> together(List<Ticket> tickets) {
        boolean[] committing = {false};
        try {
            return transaction.execute(status -> {
                commits.commitBeforeFlush();
                var settled = decide(tickets.stream().filter(Ticket::begin).toList());
                committing[0] = true;
                return settled;
            });
        } catch (CannotCreateTransactionException noConnection) {
            throw new DatabaseAway(noConnection);
        } catch (RuntimeException failure) {
            boolean fellSilent = fellSilent(failure);
            if (committing[0] && (fellSilent || !isWordOfDatabase(failure))) {
                throw new Unconfirmed(failure);
            }
            throw fellSilent ? new DatabaseAway(failure) : failure;
        }
    }

    /** Whether the connection broke, so that not even the rollback came through, or the server goes down: states 08 and 57P. */
    private static boolean fellSilent(RuntimeException failure) {
        boolean notEvenRolledBack =
                failure instanceof TransactionSystemException lost && lost.getApplicationException() != null;
        return notEvenRolledBack
                || state(failure)
                        .filter(state -> state.startsWith("08") || state.startsWith("57P"))
                        .isPresent();
    }

    /** Whether the database itself said no. */
    private static boolean isWordOfDatabase(RuntimeException failure) {
        return state(failure).filter(state -> !state.startsWith("57")).isPresent();
    }

    private static Optional<String> state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    private List<Settled> decide(List<Ticket> tickets) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<TicketInBatch> batch = tickets.stream().map(TicketInBatch::new).toList();
        answerKnown(batch);
        List<TicketInBatch> open = batch.stream().filter(TicketInBatch::isOpen).toList();
        List<CheckoutRequest> checkouts = checkouts(open);
        CartBatch held = carts.hold(checkouts);
        BatchDecision decision =
                gather(open.stream().map(each -> command(each.wish(), held)).toList(), now);
        UnprovedBuyers unproved = carts.unproved(checkouts, decision);
        open.forEach(each -> decide(each, held, unproved, decision));
        Map<OrderNumber, OrderView> written = write(decision.placed(), TicketInBatch.traces(open), now);
        carts.write(held);
        conclude(open, held, written);
        return batch.stream().map(TicketInBatch::settled).toList();
    }

    /** Answers those whose key is known already; of several with one key in a batch, the first may go on. */
    private void answerKnown(List<TicketInBatch> batch) {
        Map<UUID, TicketInBatch> byKey = new LinkedHashMap<>();
        List<IdempotencyKey> keys = new ArrayList<>();
        for (TicketInBatch each : batch) {
            Keyed keyed = each.keyed();
            if (keyed == null) {
                continue;
            }
            if (byKey.putIfAbsent(keyed.key().id(), each) == null) {
                keys.add(keyed.key());
            } else {
                answers.told(new Known.InFlight()).ifPresent(each::repeat);
            }
        }
        if (!keys.isEmpty()) {
            Map<UUID, Known> known = answers.hold(keys);
            byKey.forEach(
                    (id, each) -> answers.told(requireNonNull(known.get(id))).ifPresent(each::repeat));
        }
    }

    private static List<CheckoutRequest> checkouts(List<TicketInBatch> tickets) {
        return tickets.stream()
                .map(TicketInBatch::wish)
                .filter(CheckoutRequest.class::isInstance)
                .map(CheckoutRequest.class::cast)
                .toList();
    }

    private static NewOrderRequest command(Wish wish, CartBatch held) {
        return switch (wish) {
            case NewOrderRequest command -> command;
            case CheckoutRequest cart -> held.order(cart);
        };
    }

    private void decide(TicketInBatch each, CartBatch held, UnprovedBuyers unproved, BatchDecision decision) {
        Ticket ticket = each.ticket();
        OrderRefused refusal = switch (ticket.wish()) {
            case NewOrderRequest command -> decision.decide(ticket.caller(), command);
            case CheckoutRequest cart -> held.decide(cart, clock.instant().minus(ticket.age()), unproved, decision);
        };
        if (refusal == null) {
            each.place(decision.placed().getLast());
        } else {
            each.refuse(refusal);
        }
    }

    /** Gives each its fate, and keeps the answers of those that came under a key. */
    private void conclude(List<TicketInBatch> open, CartBatch held, Map<OrderNumber, OrderView> written) {
        Map<IdempotencyKey, Answer> kept = new HashMap<>();
        for (TicketInBatch each : open) {
            Placement placement = each.placement(held, written);
            Keyed keyed = each.keyed();
            if (keyed == null) {
                each.tell(placement);
            } else {
                Answer answer = keyed.door().apply(placement);
                kept.put(keyed.key(), answer);
                each.answer(answer, placement);
            }
        }
        answers.remember(kept);
    }

    /** Reads all that the commands speak of in one round trip, and locks the stock they want in another. */
    private BatchDecision gather(List<NewOrderRequest> commands, Instant now) {
        MentionedInOrders.Found found = mentioned.read(commands);
        List<ProductId> wanted =
                found.products().values().stream().map(PricedProduct::id).toList();
        return new BatchDecision(shop.currency(), now, found, stock.lock(wanted));
    }

    /** Writes the orders with all that goes with them, and returns them as they now are. */
    private Map<OrderNumber, OrderView> write(List<NewOrder> decided, Map<OrderNumber, String> traces, Instant now) {
        if (decided.isEmpty()) {
            return Map.of();
        }
        List<NewOrder> placed = withIntroduced(decided);
        stock.move(placed.stream().flatMap(NewOrder::movements).toList());
        store.insert(placed);
        live.announce(placed.stream()
                .map(order -> new Change(
                        Topic.ORDERS,
                        order.view().number().value(),
                        Occasion.PLACED.word(),
                        OrderStatus.PENDING.word()))
                .toList());
        Map<OrderId, List<OrderMessage>> messages = textCustomers.queue(placed.stream()
                .filter(NewOrder::texted)
                .map(order -> order.event(now, traces.get(order.view().number())))
                .toList());
        return placed.stream()
                .map(NewOrder::view)
                .map(order -> order.withMessages(messages.getOrDefault(order.id(), List.of())))
                .collect(Collectors.toMap(OrderView::number, Function.identity()));
    }

    /** Finds or records those who introduced themselves: only now, for a refused order leaves no customer behind. */
    private List<NewOrder> withIntroduced(List<NewOrder> decided) {
        List<Contact> contacts = new ArrayList<>();
        for (NewOrder order : decided) {
            if (order.introduced() != null) {
                contacts.add(order.introduced());
            }
        }
        if (contacts.isEmpty()) {
            return decided;
        }
        Iterator<CustomerView> found = customers.findOrCreate(contacts).iterator();
        return decided.stream()
                .map(order -> order.introduced() == null ? order : order.orderedBy(found.next()))
                .toList();
    }
}
