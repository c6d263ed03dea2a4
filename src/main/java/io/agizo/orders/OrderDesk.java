package io.agizo.orders;

import static java.util.Objects.requireNonNull;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.Ticket.Fate;
import io.agizo.orders.Ticket.Keyed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one door for orders: places those that arrive while the last commit is under way together, in one transaction.
 *
 * <p>One thread serves the queue in arrival order. It never waits for company: an order that finds the desk idle is placed
 * at once and alone; under pressure the orders of one batch's time share the next one's locks. Two threads would only
 * fight over the same stock rows. A second thread waits for the disk, see {@link Confirmation}.
 */
@Component
public class OrderDesk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    /** A fresh order number, a deadlock lost, a key answered meanwhile on another replica: a second try meets none of them again. */
    private static final int TRIES_ALONE = 3;

    /** How often an idle desk looks whether it should close. */
    private static final long STOP_NOTICED_MILLIS = 100;

    /** How long an order that was taken up may go on after its patience: its sender is answered within the second. */
    private static final Duration TO_THE_END = Duration.ofMillis(800);

    /** Between two tries while the database lets nobody in: a hundred for an order of the usual patience. */
    private static final long PAUSE_MILLIS = 50;

    private final Placing placing;
    private final Confirmation confirmation;
    private final DeskSettings settings;
    private final DeskFigures figures;
    private final BlockingQueue<Ticket> queue;
    private volatile @Nullable Thread server;
    private volatile @Nullable Thread confirmer;

    OrderDesk(Placing placing, CommitStore commits, DeskSettings settings, DeskFigures figures) {
        this.placing = placing;
        this.confirmation = new Confirmation(commits, figures.flush());
        this.settings = settings;
        this.figures = figures;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        figures.watch(queue, settings.queue());
    }

    /** Places an order and waits until it is committed or refused. Needs {@code orders:place}. */
    public Placement place(Caller caller, NewOrderRequest command) {
        return placement(await(enqueue(caller, command, null)));
    }

    /**
     * Places an order once under the key: the answer that the door makes of the placement is kept in the order's own
     * transaction, and a repeat is given that answer again. Needs {@code orders:place}.
     */
    public Answer place(Caller caller, NewOrderRequest command, IdempotencyKey key, Function<Placement, Answer> door) {
        return answer(enqueue(caller, command, new Keyed(key, door)), door);
    }

    /**
     * Hands an order in without waiting, for senders with many; they keep no more than a few hundred under way and give
     * each a reference, by which a repeat is known. Needs {@code orders:place}.
     */
    public CompletableFuture<Placement> submit(Caller caller, NewOrderRequest command) {
        return enqueue(caller, command, null).fate().thenApply(OrderDesk::placement);
    }

    /**
     * Orders what is in a cart, once however often it is asked, and waits until that is committed or refused. Whoever
     * knows the cart's id may.
     */
    public Placement checkOut(CheckoutRequest cart) {
        return placement(await(enqueue(CheckoutRequest.ONLINE_SHOP, cart, null)));
    }

    /** The same under a key, whose answer is kept as with {@link #place(Caller, NewOrderRequest, IdempotencyKey, Function)}. */
    public Answer checkOut(CheckoutRequest cart, IdempotencyKey key, Function<Placement, Answer> door) {
        return answer(enqueue(CheckoutRequest.ONLINE_SHOP, cart, new Keyed(key, door)), door);
    }

    /** Refuses with {@link io.agizo.shared.InvalidInput} an order that no state of the shop could make right. */
    public void check(NewOrderRequest command) {
        placing.check(command);
    }

    private Ticket enqueue(Caller caller, Wish wish, @Nullable Keyed keyed) {
        caller.must(Permission.ORDERS_PLACE);
        if (wish instanceof NewOrderRequest command) {
            if (command.steps().contains(OrderStatus.ACCEPTED)) {
                caller.must(Permission.ORDERS_DECIDE);
            }
            if (command.steps().contains(OrderStatus.FULFILLED)) {
                caller.must(Permission.ORDERS_FULFIL);
            }
            placing.check(command);
        }
        var ticket = new Ticket(caller, wish, keyed);
        figures.follow(ticket, OrderDoor.here());
        boolean queued = isRunning() && queue.offer(ticket);
        boolean tooLate = queued && !isRunning() && queue.remove(ticket);
        if (!queued || tooLate) {
            ticket.settle(new OrderRefused.DeskFull());
        }
        return ticket;
    }

    private Answer answer(Ticket ticket, Function<Placement, Answer> door) {
        return switch (await(ticket)) {
            case Fate.Decided decided -> door.apply(decided.placement());
            case Fate.Answered answered -> answered.answer();
        };
    }

    private static Placement placement(Fate fate) {
        return switch (fate) {
            case Fate.Decided decided -> decided.placement();
            case Fate.Answered answered -> throw new IllegalStateException("answered under a key that was not given");
        };
    }

    private Fate await(Ticket ticket) {
        return ticket.await(settings.patience().plus(TO_THE_END));
    }

    private void serve() {
        List<Ticket> left = List.of();
        while (isRunning() || !queue.isEmpty() || !left.isEmpty()) {
            List<Ticket> batch = new ArrayList<>(left);
            if (batch.isEmpty()) {
                Ticket first = nextTicket();
                if (first == null) {
                    continue;
                }
                batch.add(first);
            }
            queue.drainTo(batch, settings.batch() - batch.size());
            List<Ticket> patient = withoutTheImpatient(batch);
            if (left.isEmpty()) {
                figures.takenUp(patient);
            }
            left = place(patient);
        }
    }

    private @Nullable Ticket nextTicket() {
        try {
            return queue.poll(STOP_NOTICED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ignored) {
            return null;
        }
    }

    private List<Ticket> withoutTheImpatient(List<Ticket> batch) {
        List<Ticket> patient = new ArrayList<>(batch.size());
        for (Ticket ticket : batch) {
            if (ticket.age().compareTo(settings.patience()) > 0) {
                ticket.settle(new OrderRefused.DeskFull());
            } else {
                patient.add(ticket);
            }
        }
        return patient;
    }

    /** Places what it can, and returns the tickets that are left because the database is away: they wait for it together. */
    private List<Ticket> place(List<Ticket> batch) {
        if (batch.size() == 1) {
            return placeAlone(batch.getFirst()) ? List.of() : batch;
        }
        try {
            placeTogether(batch);
            return List.of();
        } catch (Placing.DatabaseAway away) {
            waitFor(away);
            return batch;
        } catch (RuntimeException undone) {
            LOG.info("A batch of {} orders failed, each is tried alone: {}", batch.size(), undone.toString());
            for (int i = 0; i < batch.size(); i++) {
                if (!placeAlone(batch.get(i))) {
                    return batch.subList(i, batch.size());
                }
            }
            return List.of();
        }
    }

    /** Whether it was settled; it was not if the database is away. */
    private boolean placeAlone(Ticket ticket) {
        List<Ticket> alone = List.of(ticket);
        RuntimeException failure = null;
        for (int tried = 0; tried < TRIES_ALONE; tried++) {
            try {
                placeTogether(alone);
                return true;
            } catch (Placing.DatabaseAway away) {
                waitFor(away);
                return false;
            } catch (RuntimeException undone) {
                failure = undone;
            }
        }
        ticket.fate().completeExceptionally(requireNonNull(failure));
        return true;
    }

    /** Places those whose senders are still there; if this throws, nothing was placed and they wait again. */
    private void placeTogether(List<Ticket> batch) {
        try {
            confirmation.of(figures.transaction().record(() -> placing.together(batch)));
        } catch (Placing.Unconfirmed lost) {
            LOG.warn("The commit of {} orders was not confirmed", batch.size(), lost);
            batch.forEach(ticket -> ticket.settle(new OrderRefused.Unconfirmed()));
        } catch (RuntimeException undone) {
            batch.forEach(Ticket::putBack);
            throw undone;
        }
    }

    private static void waitFor(Placing.DatabaseAway away) {
        LOG.warn("The database is away, and orders wait for it: {}", away.toString());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }

    @Override
    public void start() {
        Thread desk = new Thread(this::serve, "order-desk");
        Thread confirming = new Thread(() -> confirmation.confirmWhile(desk), "order-confirmation");
        server = desk;
        confirmer = confirming;
        desk.start();
        confirming.start();
    }

    /** Takes no more orders and returns once those that wait are placed and confirmed. */
    @Override
    public void stop() {
        Thread confirming = confirmer;
        server = null;
        if (confirming != null) {
            try {
                confirming.join();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Open from before the first request until after the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
