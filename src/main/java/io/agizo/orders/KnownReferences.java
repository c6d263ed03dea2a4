package io.agizo.orders;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells which references of senders mean orders that are placed already. */
@Component
public class KnownReferences {

    private final OrderStore store;

    KnownReferences(OrderStore store) {
        this.store = store;
    }

    public Set<String> among(Collection<String> references) {
        return store.placedUnder(references).keySet();
    }
}
