package io.agizo.customers;

import io.agizo.shared.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Puts people who have no code yet on record, each under a short code that is easy to read out over the phone. */
@Component
class NewCustomers {

    /** No vowels, so that no word comes out, and nothing that looks like something else. */
    private static final String ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";

    /** 17 million codes; where one is taken the next try is a character longer, so a try always comes through. */
    private static final int SHORTEST = 5;

    private final CustomerStore store;
    private final Clock clock;
    private final RandomGenerator random;

    @Autowired
    NewCustomers(CustomerStore store, Clock clock) {
        this(store, clock, RandomGenerator.of("SecureRandom"));
    }

    NewCustomers(CustomerStore store, Clock clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** Records each of the people, in the order given. */
    List<CustomerView> record(List<Person> people) {
        List<CustomerView> customers = new ArrayList<>(people.size());
        for (Person person : people) {
            customers.add(CustomerView.recorded(new CustomerId(Ids.next()), code(SHORTEST), person, clock.instant()));
        }
        Set<CustomerId> recorded = store.insert(customers);
        for (int length = SHORTEST + 1; recorded.size() < customers.size(); length++) {
            List<CustomerView> again = new ArrayList<>();
            for (int i = 0; i < customers.size(); i++) {
                if (!recorded.contains(customers.get(i).id())) {
                    customers.set(i, customers.get(i).under(code(length)));
                    again.add(customers.get(i));
                }
            }
            recorded.addAll(store.insert(again));
        }
        return customers;
    }

    private CustomerCode code(int length) {
        StringBuilder code = new StringBuilder("C-");
        random.ints(length, 0, ALPHABET.length()).forEach(at -> code.append(ALPHABET.charAt(at)));
        return new CustomerCode(code.toString());
    }
}
