package io.agizo.orders;

import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.shared.PhoneNumber;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what the buyers of a batch have open who have not proved their numbers, in a fixed number of statements. */
@Component
class CountUnproved {

    private final MostUnproved most;
    private final OpenOrderStore store;
    private final CustomerDirectory customers;

    CountUnproved(MostUnproved most, OpenOrderStore store, CustomerDirectory customers) {
        this.most = most;
        this.store = store;
        this.customers = customers;
    }

    /**
     * Holds the buyers until the transaction ends, so that desks of other replicas do not count them at the same time, and
     * then counts. A batch in which all have proved their numbers asks nothing.
     *
     * @param known the customers whom the batch names by code
     */
    UnprovedBuyers of(Collection<CheckoutRequest> wishes, Map<CustomerCode, CustomerView> known) {
        Set<Object> buyers = wishes.stream()
                .filter(wish -> wish.proof() != Proof.PROVED)
                .map(wish -> UnprovedBuyers.whose(wish.buyer(), known))
                .collect(Collectors.toSet());
        if (buyers.isEmpty()) {
            return new UnprovedBuyers(most, known, Map.of());
        }
        store.hold(buyers);
        Map<PhoneNumber, CustomerView> byPhone = customers.byPhone(buyers.stream()
                .filter(PhoneNumber.class::isInstance)
                .map(PhoneNumber.class::cast)
                .toList());
        Map<Object, CustomerId> ids = new HashMap<>();
        byPhone.forEach((phone, customer) -> ids.put(phone, customer.id()));
        known.forEach((code, customer) -> ids.put(code, customer.id()));
        ids.keySet().retainAll(buyers);
        Map<CustomerId, Integer> open = store.count(Set.copyOf(ids.values()), most.orders());
        Map<Object, Integer> counted = new HashMap<>();
        ids.forEach((buyer, id) -> counted.put(buyer, open.getOrDefault(id, 0)));
        return new UnprovedBuyers(most, known, counted);
    }
}
