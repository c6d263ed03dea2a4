package io.agizo.customers;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.RowOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings many customers into line with a list, known by their codes: for uploads. */
@Component
public class UpsertCustomers {

    /** So that a list fits comfortably in memory and in one transaction; a longer one comes in parts. */
    public static final int MOST_ROWS = 20_000;

    private static final RowOutcome TAKEN_MEANWHILE = new RowOutcome.Refused(
            List.of(new Fault("/code", "was given to someone else at this moment; send this row again")));

    private final CustomerStore store;
    private final CustomerRules rules;
    private final NewCustomers newCustomers;
    private final Clock clock;

    UpsertCustomers(CustomerStore store, CustomerRules rules, NewCustomers newCustomers, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.newCustomers = newCustomers;
        this.clock = clock;
    }

    /**
     * Takes the rows one after the other, each on its own, in one transaction: a customer whose code is not there yet, or
     * who has none, is recorded; one who is there is changed where the row says something else. What a row does not say
     * stays as it is, and a row that says nothing new changes nothing. Needs {@code customers:write}.
     *
     * @return what became of each row, in their order
     */
    @Transactional
    public List<RowOutcome> upsert(Caller caller, List<CustomerDetails> rows) {
        caller.must(Permission.CUSTOMERS_WRITE);
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("%d rows, more than %d".formatted(rows.size(), MOST_ROWS));
        }
        store.lockUpserts();
        Records records = new Records(store.lock(codes(rows)));
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (CustomerDetails row : rows) {
            outcomes.add(decide(row, records));
        }
        Set<CustomerCode> lost = write(records);
        for (int i = 0; i < outcomes.size(); i++) {
            if (!lost.isEmpty() && lost.contains(code(rows.get(i)))) {
                outcomes.set(i, TAKEN_MEANWHILE);
            }
        }
        return outcomes;
    }

    /** Whether {@link #upsert} accepts a row that has no code, which depends on nothing but the row. */
    public boolean acceptsWithoutCode(CustomerDetails row) {
        try {
            rules.check(row, null);
            return true;
        } catch (InvalidInput refused) {
            return false;
        }
    }

    /** What is on record, and what it comes to with the rows taken so far. */
    private record Records(
            Map<CustomerCode, CustomerView> before, Map<CustomerCode, CustomerView> after, List<Person> withoutCode) {

        Records(Map<CustomerCode, CustomerView> before) {
            this(before, new LinkedHashMap<>(before), new ArrayList<>());
        }

        List<CustomerView> created() {
            return after.values().stream()
                    .filter(customer -> !before.containsKey(customer.code()))
                    .toList();
        }

        List<CustomerView> changed() {
            return after.values().stream()
                    .filter(customer ->
                            before.containsKey(customer.code()) && !customer.equals(before.get(customer.code())))
                    .toList();
        }
    }

    private RowOutcome decide(CustomerDetails row, Records records) {
        CustomerCode code = code(row);
        CustomerView present = code == null ? null : records.after.get(code);
        try {
            return present == null ? create(code, row, records) : change(present, row, records);
        } catch (InvalidInput invalid) {
            return new RowOutcome.Refused(invalid.faults());
        }
    }

    private RowOutcome create(@Nullable CustomerCode code, CustomerDetails row, Records records) {
        Person person = rules.check(row, null);
        if (code == null) {
            records.withoutCode.add(person);
        } else {
            CustomerId id = new CustomerId(Ids.next());
            records.after.put(code, CustomerView.recorded(id, code, person, clock.instant()));
        }
        return new RowOutcome.Created();
    }

    private RowOutcome change(CustomerView present, CustomerDetails row, Records records) {
        CustomerDetails said = row.over(CustomerDetails.of(present));
        if (said.equals(CustomerDetails.of(present))) {
            return new RowOutcome.Unchanged();
        }
        CustomerView changed = present.with(rules.check(said, present.phone()));
        records.after.put(present.code(), changed);
        return changed.equals(present) ? new RowOutcome.Unchanged() : new RowOutcome.Updated();
    }

    /** Writes what has changed, and tells which codes were given to others since they were looked up. */
    private Set<CustomerCode> write(Records records) {
        List<CustomerView> created = records.created();
        Set<CustomerId> recorded = store.insert(created);
        store.update(records.changed());
        newCustomers.record(records.withoutCode);
        return created.stream()
                .filter(customer -> !recorded.contains(customer.id()))
                .map(CustomerView::code)
                .collect(Collectors.toSet());
    }

    private static Set<CustomerCode> codes(List<CustomerDetails> rows) {
        Set<CustomerCode> codes = HashSet.newHashSet(rows.size());
        for (CustomerDetails row : rows) {
            CustomerCode code = code(row);
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** Null for a row without a code and for one whose code the rules refuse. */
    private static @Nullable CustomerCode code(CustomerDetails row) {
        return row.code() == null ? null : CustomerCode.ifValid(row.code()).orElse(null);
    }
}
