package io.agizo.orders;

import io.agizo.catalog.ProductId;
import io.agizo.orders.Decision.IllegalTransition;
import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.Step.Shift;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** An order whose row is locked, with its lines: nobody else changes it until the transaction ends. */
record HeldOrder(OrderRow row, List<StoredLine> lines) {

    /** An order shows its timeline whole; one that is changed more often than this is changed by a program gone wild. */
    private static final int MOST_CHANGES = 500;

    boolean canBecome(OrderStatus next) {
        return row.status().canBecome(next);
    }

    IllegalTransition cannotBecome(OrderStatus next) {
        return new IllegalTransition(row.number(), row.status(), next);
    }

    /** Refuses another change that leaves the order in its state; whatever takes it to the next one stays possible. */
    void requireRoom() {
        if (row.version() >= MOST_CHANGES) {
            throw new Conflict(
                    "conflict",
                    "Order %s has been changed %d times. What is left can only be done at once."
                            .formatted(row.number(), row.version() - 1));
        }
    }

    /** The step that is nothing but another status: stock at most comes free. Goods that were handed over stay in the way. */
    Step to(OrderStatus next, @Nullable String reason) {
        if (next.freesStock()) {
            requireNothingHandedOver(
                    "Take that back first, or edit the order down to it: then the order is fulfilled.");
        }
        var freed = next.freesStock() ? Step.freed(this) : Map.<ProductId, Shift>of();
        return new Step(row.movedTo(next), next.word(), reason, Occasion.of(next), freed);
    }

    /** The step that hands over these units; the order stays accepted until none is left. */
    Step handOver(Map<StoredLine, Integer> units) {
        boolean whole = lines.stream().allMatch(line -> line.left() == units.getOrDefault(line, 0));
        if (!whole) {
            requireRoom();
        }
        OrderRow after = row.movedTo(whole ? OrderStatus.FULFILLED : OrderStatus.ACCEPTED);
        Occasion occasion = whole ? Occasion.FULFILLED : Occasion.PART_FULFILLED;
        return new Step(after, occasion.word(), Step.words(units), occasion, Step.moved(units, Shift.HANDED_OVER));
    }

    /** The units that the customer has, by line. */
    Map<StoredLine, Integer> handedOver() {
        return pick(null, StoredLine::kept);
    }

    /**
     * Refuses to forget goods that left the shop: they are sold, returned or written off.
     *
     * @param wayOn what to do instead
     */
    void requireNothingHandedOver(String wayOn) {
        Map<StoredLine, Integer> handedOver = handedOver();
        if (!handedOver.isEmpty()) {
            throw new Conflict(
                    "partly-fulfilled",
                    "The customer has %s of order %s. %s".formatted(Step.words(handedOver), row.number(), wayOn));
        }
    }

    /** The units that the shelf holds back for the order, by product; none once it is closed. */
    Map<ProductId, Integer> reserved() {
        return row.status().isOpen() ? reserved(lines) : Map.of();
    }

    static Map<ProductId, Integer> reserved(Collection<StoredLine> lines) {
        Map<ProductId, Integer> units = new LinkedHashMap<>();
        for (StoredLine line : lines) {
            if (line.product() != null && line.left() > 0) {
                units.merge(line.product(), line.left(), Integer::sum);
            }
        }
        return units;
    }

    /**
     * The units that are spoken of, by line; where nobody speaks of any, all there are.
     *
     * @param most how many units of a line there are to speak of
     * @throws InvalidInput if a line is not there, is named twice, or has fewer units
     */
    Map<StoredLine, Integer> pick(@Nullable List<LineUnits> wanted, ToIntFunction<StoredLine> most) {
        Map<StoredLine, Integer> picked = new LinkedHashMap<>();
        if (wanted == null) {
            for (StoredLine line : lines) {
                if (most.applyAsInt(line) > 0) {
                    picked.put(line, most.applyAsInt(line));
                }
            }
            return picked;
        }
        Map<Integer, StoredLine> byNumber = new LinkedHashMap<>();
        lines.forEach(line -> byNumber.put(line.number(), line));
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            LineUnits units = wanted.get(i);
            StoredLine line = byNumber.get(units.lineNumber());
            if (line == null) {
                faults.add(new Fault("/lines/" + i + "/lineNumber", "is no line of order " + row.number()));
            } else if (picked.putIfAbsent(line, units.quantity()) != null) {
                faults.add(new Fault("/lines/" + i + "/lineNumber", "is named twice"));
            } else if (units.quantity() > most.applyAsInt(line)) {
                faults.add(new Fault(
                        "/lines/" + i + "/quantity",
                        "must be at most " + most.applyAsInt(line) + ": more of “" + line.goods() + "” are not left"));
            } else if (units.quantity() < 1) {
                faults.add(new Fault("/lines/" + i + "/quantity", "must be at least 1"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return picked;
    }
}
