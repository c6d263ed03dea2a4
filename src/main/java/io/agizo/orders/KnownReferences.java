package io.agizo.orders;

import io.agizo.queries.RoundTrip;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells which references of senders mean orders that are placed already. */
@Component
public class KnownReferences {

    private final OrderStore store;
    private final RoundTrip trip;

    KnownReferences(OrderStore store, RoundTrip trip) {
        this.store = store;
        this.trip = trip;
    }

    public Set<String> among(Collection<String> references) {
        return trip.answer(store.placedUnder(references)).keySet();
    }
}
