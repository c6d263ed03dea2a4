package io.agizo.orders;

import static java.util.Objects.requireNonNull;

import io.agizo.orders.Ticket.Fate;
import io.agizo.shared.TypeWord;
import io.agizo.workers.Traces;
import io.agizo.workers.Traces.Leg;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what becomes of orders and what it takes the desk. All counters are there from the start: to count is one addition. */
@Component
class DeskFigures {

    private final MeterRegistry registry;
    private final Traces traces;
    private final Map<OrderDoor, OfDoor> doors = new EnumMap<>(OrderDoor.class);
    private final DistributionSummary batch;
    private final Timer wait;
    private final Timer transaction;
    private final Timer flush;

    DeskFigures(MeterRegistry registry, Traces traces) {
        this.registry = registry;
        this.traces = traces;
        for (OrderDoor door : OrderDoor.values()) {
            doors.put(door, new OfDoor(registry, door));
        }
        this.batch = DistributionSummary.builder("agizo.desk.batch")
                .description("Orders that shared a transaction")
                .baseUnit("orders")
                .register(registry);
        this.wait = timer("agizo.desk.wait", "How long an order waited before the desk took it up");
        this.transaction = timer("agizo.desk.transaction", "How long a batch took to be placed and committed");
        this.flush = timer("agizo.desk.flush", "How long committed batches waited to be on disk");
    }

    /** The counters of one door. */
    private record OfDoor(
            Counter placed, Counter repeated, Counter failed, Map<Class<?>, Counter> refused, Timer time) {

        OfDoor(MeterRegistry registry, OrderDoor door) {
            this(
                    Counter.builder("agizo.orders.placed")
                            .description("Orders that were placed")
                            .tag("door", door.word())
                            .register(registry),
                    Counter.builder("agizo.orders.repeated")
                            .description("Orders answered under their key, as an earlier request was or not at all")
                            .tag("door", door.word())
                            .register(registry),
                    refusals(registry, door, "failed"),
                    new HashMap<>(),
                    Timer.builder("agizo.orders.time")
                            .description("From the door of the desk until an order is on disk, or refused")
                            .tag("door", door.word())
                            .register(registry));
            TypeWord.cases(OrderRefused.class)
                    .forEach(reason -> refused.put(reason, refusals(registry, door, TypeWord.of(reason))));
        }

        private static Counter refusals(MeterRegistry registry, OrderDoor door, String reason) {
            return Counter.builder("agizo.orders.refused")
                    .description("Orders that were not placed, by reason")
                    .tags("door", door.word(), "reason", reason)
                    .register(registry);
        }

        void count(@Nullable Placement placement) {
            if (placement == null) {
                repeated.increment();
            } else if (placement instanceof OrderRefused) {
                refused.getOrDefault(placement.getClass(), failed).increment();
            } else {
                placed.increment();
            }
        }
    }

    /** Counts the ticket once its fate is told; to be called before the desk has it. */
    void follow(Ticket ticket, OrderDoor door) {
        Leg leg = traces.begin("place order");
        ticket.followAs(leg);
        OfDoor ofDoor = requireNonNull(doors.get(door));
        var unused = ticket.fate().whenComplete((fate, failure) -> {
            ofDoor.time().record(ticket.age());
            if (failure == null) {
                ofDoor.count(decided(fate));
            } else {
                ofDoor.failed().increment();
            }
            if (leg != null) {
                leg.end(failure == null ? word(decided(fate)) : "failed");
            }
        });
    }

    /** Shows how many wait, of how many that may. */
    void watch(Queue<Ticket> queue, int limit) {
        Gauge.builder("agizo.desk.waiting", queue, Queue::size)
                .description("Orders that wait at the desk")
                .register(registry);
        Gauge.builder("agizo.desk.limit", () -> limit)
                .description("Orders that may wait at the desk")
                .register(registry);
    }

    void takenUp(Collection<Ticket> tickets) {
        for (Ticket ticket : tickets) {
            wait.record(ticket.age());
        }
        batch.record(tickets.size());
    }

    Timer transaction() {
        return transaction;
    }

    Timer flush() {
        return flush;
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name).description(description).register(registry);
    }

    private static @Nullable Placement decided(Fate fate) {
        return switch (fate) {
            case Fate.Decided decided -> decided.placement();
            case Fate.Answered answered -> answered.placement();
        };
    }

    private static String word(@Nullable Placement placement) {
        return placement == null ? "repeated" : TypeWord.of(placement.getClass());
    }
}
