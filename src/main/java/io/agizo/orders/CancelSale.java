package io.agizo.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.NamesOfPeople;
import io.agizo.identity.Permission;
import io.agizo.identity.Signatures;
import io.agizo.orders.CounterSale.RungUp;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps on record that a sale at the counter was given up, with the reason. Needs {@code orders:place}. */
@Component
public class CancelSale {

    public static final int LONGEST_REASON = 200;
    public static final int LONGEST_GOODS = 1000;

    /** As many as anybody reads; the table keeps all. */
    private static final int MOST_SHOWN = 100;

    private final CancelledSaleStore store;
    private final NamesOfPeople people;
    private final Clock clock;

    CancelSale(CancelledSaleStore store, NamesOfPeople people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** Keeps it once, however often it is sent. */
    public void cancel(Caller caller, String key, RungUp rungUp, Money total, String goods, String reason) {
        caller.must(Permission.ORDERS_PLACE);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("/reason", "must be 1 to " + LONGEST_REASON + " characters long");
        }
        if (goods.length() > LONGEST_GOODS) {
            throw new InvalidInput("/goods", "must be at most " + LONGEST_GOODS + " characters long");
        }
        Instant now = clock.instant();
        store.insert(
                RingUpSale.id(caller, key),
                new CancelledSale(total, goods, reason, rungUp.corrected(now), caller.signature(), now));
    }

    /** The latest first. Needs {@code orders:read}. */
    public List<CancelledSale> latest(Caller caller) {
        caller.must(Permission.ORDERS_READ);
        List<CancelledSale> sales = store.latest(MOST_SHOWN);
        Signatures signatures = Signatures.read(people, sales.stream().map(CancelledSale::by));
        return sales.stream()
                .map(sale -> new CancelledSale(
                        sale.total(),
                        sale.goods(),
                        sale.reason(),
                        sale.rungUpAt(),
                        signatures.shown(sale.by()),
                        sale.at()))
                .toList();
    }
}
