package io.agizo.customers;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.search.SearchText;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shop's customers, as employees and programs read and change them one by one. */
@Component
public class Customers {

    private final CustomerStore store;
    private final CustomerSearchStore searches;
    private final CustomerRules rules;
    private final NewCustomers newCustomers;
    private final EraseCustomer eraser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Customers(
            CustomerStore store,
            CustomerSearchStore searches,
            CustomerRules rules,
            NewCustomers newCustomers,
            EraseCustomer eraser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.searches = searches;
        this.rules = rules;
        this.newCustomers = newCustomers;
        this.eraser = eraser;
        this.events = events;
        this.clock = clock;
    }

    /** Records a customer; one without a code is assigned one. Needs {@code customers:write}. */
    @Transactional
    public CustomerView register(Caller caller, CustomerDetails details) {
        caller.must(Permission.CUSTOMERS_WRITE);
        Person person = rules.check(details, null);
        if (details.code() == null) {
            return newCustomers.record(List.of(person)).getFirst();
        }
        CustomerCode code = new CustomerCode(details.code());
        CustomerView customer = CustomerView.recorded(new CustomerId(Ids.next()), code, person, clock.instant());
        if (store.insert(List.of(customer)).isEmpty()) {
            throw taken(code);
        }
        return customer;
    }

    /** Needs {@code customers:read}. */
    public CustomerView get(Caller caller, CustomerCode code) {
        caller.must(Permission.CUSTOMERS_READ);
        return find(code);
    }

    /** Latest first. Those whose code, name or phone has all the words, the best match first. Needs {@code customers:read}. */
    public Page<CustomerView> list(Caller caller, @Nullable String words, PageRequest request) {
        caller.must(Permission.CUSTOMERS_READ);
        return searches.list(SearchText.of(words), request);
    }

    /**
     * Puts what the change makes of a customer's details in their place; the code may be changed to one that is free.
     * Needs {@code customers:write}.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     */
    @Transactional
    public CustomerView change(
            Caller caller,
            CustomerCode code,
            @Nullable Integer expectedVersion,
            UnaryOperator<CustomerDetails> change) {
        caller.must(Permission.CUSTOMERS_WRITE);
        CustomerView present = lock(code, expectedVersion);
        CustomerDetails details = change.apply(CustomerDetails.of(present));
        Person person = rules.check(details, present.phone());
        if (details.code() == null) {
            throw new InvalidInput("/code", "cannot be taken away; give another one instead");
        }
        CustomerCode other = new CustomerCode(details.code());
        CustomerView changed = present.under(other).with(person);
        if (changed.equals(present)) {
            return present;
        }
        try {
            return store.update(changed);
        } catch (DuplicateKeyException codeIsTaken) {
            throw taken(other);
        }
    }

    /**
     * Erases the personal data and frees the code; what is left of the customer holds their orders together.
     * Needs {@code customers:write}.
     */
    @Transactional
    public void erase(Caller caller, CustomerCode code, @Nullable Integer expectedVersion) {
        caller.must(Permission.CUSTOMERS_WRITE);
        events.publishEvent(new CustomerErasureBegun(find(code).id()));
        eraser.erase(lock(code, expectedVersion));
    }

    private CustomerView find(CustomerCode code) {
        return present(store.byCode(List.of(code)).get(code), code);
    }

    private CustomerView lock(CustomerCode code, @Nullable Integer expectedVersion) {
        CustomerView customer = present(store.lock(List.of(code)).get(code), code);
        Stale.check(expectedVersion, customer.version());
        return customer;
    }

    private static CustomerView present(@Nullable CustomerView customer, CustomerCode code) {
        if (customer == null) {
            throw new NotFound("There is no customer " + code + ".");
        }
        return customer;
    }

    private static Conflict taken(CustomerCode code) {
        return new Conflict("duplicate-code", "Another customer has the code " + code + ".");
    }
}
