package io.agizo.cart;

import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's basket, as it was last shown to them.
 *
 * @param shownAt since when they see what they see; whoever presses before that has seen something else
 * @param order the number of the order it was checked out as; null while it is open
 * @param lines one for each product, in the order they were added
 */
public record Cart(
        CartId id,
        int version,
        Instant shownAt,
        Instant expiresAt,
        @Nullable String order,
        List<CartLine> lines) {

    /** More than a week's errands, and few enough to be shown and checked in one go; an order holds twice as many. */
    public static final int MOST_LINES = 100;

    /** As many as a line of an order holds. */
    public static final int MOST_UNITS = 100_000;

    /** How long a cart waits for a shopper who does not come back. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Until then a press on it is answered with its order; later it finds no cart, and so cannot order again either. */
    static final Duration KEPT_CHECKED_OUT = Duration.ofDays(90);

    /** Being looked at keeps a cart, but is written down once a day and not at each look. */
    private static final Duration TOUCHED_EACH = Duration.ofDays(1);

    public Cart {
        lines = List.copyOf(lines);
    }

    static Cart opened(CartId id, Instant now) {
        return new Cart(id, 1, now, now.plus(KEPT), null, List.of());
    }

    /** Refuses to change what has become an order. */
    void mustBeOpen() {
        if (order != null) {
            throw new Conflict("conflict", "This cart was checked out as order " + order + ". Open a new one.");
        }
    }

    /** The cart with so many units of a product, added at the end or set where it is. */
    Cart with(OnSale offered, int quantity, Instant now) {
        Sku sku = offered.product().sku();
        List<CartLine> changed = new ArrayList<>(lines);
        Optional<CartLine> present = line(sku);
        if (present.isPresent()) {
            changed.set(changed.indexOf(present.get()), present.get().of(quantity));
        } else {
            if (lines.size() == MOST_LINES) {
                throw new InvalidInput("The cart holds " + MOST_LINES + " products, which is the most it can");
            }
            changed.add(CartLine.of(offered.product(), quantity, now));
        }
        return changed.equals(lines) ? this : changed(changed, now);
    }

    /** So many units of a product more than there are. */
    int more(Sku sku, int units) {
        long wanted = (long) units + line(sku).map(CartLine::quantity).orElse(0);
        if (wanted > MOST_UNITS) {
            throw new InvalidInput("/quantity", "must be at most " + MOST_UNITS);
        }
        return (int) wanted;
    }

    /** The cart without the line. */
    Cart without(CartLine line, Instant now) {
        return changed(lines.stream().filter(other -> !other.equals(line)).toList(), now);
    }

    Optional<CartLine> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    private Cart changed(List<CartLine> others, Instant now) {
        return new Cart(id, version + 1, now, expiresAt, null, others);
    }

    /** The cart as its shopper sees it now; one that was checked out stays as it was. */
    Cart seen(Shelf shelf, Instant now) {
        if (order != null) {
            return this;
        }
        List<CartLine> seen =
                lines.stream().map(line -> line.seen(shelf.of(line.sku()))).toList();
        Instant kept = now.plus(KEPT);
        Instant expiry = expiresAt.isBefore(kept.minus(TOUCHED_EACH)) ? kept : expiresAt;
        return new Cart(id, version, seen.equals(lines) ? shownAt : now, expiry, null, seen);
    }

    /** The cart shown anew at this moment, to whoever pressed upon what it was before. */
    public Cart shownAgain(Shelf shelf, Instant now) {
        Cart seen = seen(shelf, now);
        return new Cart(id, version, now, seen.expiresAt, order, seen.lines);
    }

    /** Whether the shopper would get something else than they saw. */
    public boolean isOtherThanShown(Shelf shelf) {
        return lines.stream().anyMatch(line -> line.isOtherThanShown(shelf.of(line.sku())));
    }
}
