package io.agizo.orders;

import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.OrderRefused.UnknownProduct;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides in memory what the lines of an order become. Goods that are on the order keep their line's number, what is
 * handed over of them and, if they are a product, the price they were ordered at; other products cost what they cost now.
 */
final class LineEdits {

    private final List<StoredLine> present;
    private final Map<Sku, PricedProduct> products;
    private final Map<Integer, StoredLine> unclaimed = new LinkedHashMap<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final List<StoredLine> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** The products are those of the catalogue that the edit speaks of by SKU. */
    LineEdits(List<StoredLine> present, Map<Sku, PricedProduct> products) {
        this.present = present;
        this.products = products;
        for (StoredLine line : present) {
            unclaimed.put(line.number(), line);
            numbers.add(line.number());
        }
    }

    /** The lines after the edit, each at the place of the one that was wanted. */
    List<StoredLine> lines() {
        return lines;
    }

    /**
     * Puts the lines together, or says why not.
     *
     * @throws InvalidInput if it speaks of lines that are not there, or wants less than has been handed over
     */
    @Nullable OrderRefused apply(List<OrderEdit.Line> wanted) {
        List<@Nullable StoredLine> kept = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            kept.add(wanted.get(i) instanceof OrderEdit.Line.Kept line ? claim(i, line.lineNumber()) : null);
        }
        OrderRefused refused = null;
        try {
            for (int i = 0; i < wanted.size() && refused == null; i++) {
                refused = switch (wanted.get(i)) {
                    case OrderEdit.Line.Kept line -> keep(i, kept.get(i), line);
                    case OrderEdit.Line.Given(NewOrderRequest.Line.OfProduct line) -> give(i, line);
                    case OrderEdit.Line.Given(NewOrderRequest.Line.OfItem line) -> {
                        StoredLine same = claim(other ->
                                other.product() == null && other.line().item().equals(line.item()));
                        add(i, same, null, null, line.item(), line.quantity(), line.amount());
                        yield null;
                    }
                };
            }
        } catch (InvalidInput tooMuchMoney) {
            return new TotalTooLarge();
        }
        for (StoredLine gone : unclaimed.values()) {
            if (gone.line().fulfilled() > 0) {
                faults.add(new Fault(
                        "/lines",
                        "must keep line " + gone.number() + ": " + gone.line().fulfilled() + " of “" + gone.goods()
                                + "” have been handed over"));
            }
        }
        if (refused == null && !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return refused;
    }

    private @Nullable OrderRefused keep(int at, @Nullable StoredLine line, OrderEdit.Line.Kept wanted) {
        if (line == null) {
            return null;
        }
        OrderView.Line as = line.line();
        if (wanted.sku() != null && !wanted.sku().equals(as.sku())) {
            faults.add(new Fault(
                    "/lines/" + at + "/sku",
                    "line " + line.number() + " is of “" + line.goods()
                            + "”; leave lineNumber out for another product"));
        }
        String item = Objects.requireNonNullElse(wanted.item(), as.item());
        Money amount = Objects.requireNonNullElse(wanted.amount(), as.amount());
        int quantity = Objects.requireNonNullElse(wanted.quantity(), as.quantity());
        if (as.sku() != null && !item.equals(as.item())) {
            faults.add(new Fault("/lines/" + at + "/item", "must be “" + as.item() + "”, or left out"));
        }
        if (as.sku() != null && !amount.equals(as.amount())) {
            return new PriceChanged(at, as.sku(), amount, as.amount());
        }
        add(at, line, line.product(), as.sku(), item, quantity, amount);
        return null;
    }

    private @Nullable OrderRefused give(int at, NewOrderRequest.Line.OfProduct wanted) {
        PricedProduct found = products.get(wanted.sku());
        ProductId id = found == null ? null : found.id();
        Predicate<StoredLine> same =
                line -> wanted.sku().equals(line.line().sku()) || (id != null && id.equals(line.product()));
        StoredLine line = claim(same);
        StoredLine alike =
                line != null ? line : present.stream().filter(same).findFirst().orElse(null);
        if (alike == null && (found == null || !found.visible())) {
            return new UnknownProduct(at, wanted.sku());
        }
        Money price = alike != null
                ? alike.line().amount()
                : Objects.requireNonNull(found).price();
        if (wanted.shownPrice() != null && !wanted.shownPrice().equals(price)) {
            return new PriceChanged(at, wanted.sku(), wanted.shownPrice(), price);
        }
        if (alike != null) {
            add(at, line, alike.product(), alike.line().sku(), alike.line().item(), wanted.quantity(), price);
        } else {
            add(at, null, id, wanted.sku(), Objects.requireNonNull(found).name(), wanted.quantity(), price);
        }
        return null;
    }

    private void add(
            int at,
            @Nullable StoredLine before,
            @Nullable ProductId product,
            @Nullable Sku sku,
            String item,
            int quantity,
            Money amount) {
        int fulfilled = before == null ? 0 : before.line().fulfilled();
        if (before != null && quantity < fulfilled) {
            faults.add(new Fault(
                    "/lines/" + at + "/quantity", "must be at least " + fulfilled + ": so many have been handed over"));
        }
        int number = before == null ? freeNumber() : before.number();
        int returned = before == null ? 0 : before.line().returned();
        lines.add(new StoredLine(
                product,
                new OrderView.Line(number, sku, item, quantity, amount, amount.times(quantity), fulfilled, returned)));
    }

    private @Nullable StoredLine claim(int at, int number) {
        StoredLine line = unclaimed.remove(number);
        if (line == null) {
            faults.add(new Fault(
                    "/lines/" + at + "/lineNumber",
                    numbers.contains(number)
                            ? "stands here twice"
                            : "is no line of the order; leave it out for a new line"));
        }
        return line;
    }

    private @Nullable StoredLine claim(Predicate<StoredLine> same) {
        for (StoredLine line : unclaimed.values()) {
            if (same.test(line)) {
                unclaimed.remove(line.number());
                return line;
            }
        }
        return null;
    }

    /** A new line never takes the number of one that goes, which somebody may still have before their eyes. */
    private int freeNumber() {
        int number = 1;
        while (!numbers.add(number)) {
            number++;
        }
        return number;
    }
}
