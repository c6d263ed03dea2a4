package io.agizo.customers;

import io.agizo.shared.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The records of customers who sign in, for the accounts they sign in with; asks for no permission. Works within the
 * transaction that changes the account, so that the two never differ.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CustomersWithAccount {

    private final CustomerStore store;
    private final NewCustomers newCustomers;
    private final EraseCustomer eraser;

    CustomersWithAccount(CustomerStore store, NewCustomers newCustomers, EraseCustomer eraser) {
        this.store = store;
        this.newCustomers = newCustomers;
        this.eraser = eraser;
    }

    /** Those who have the phone, the earliest first; nobody else finds or records one with it until the transaction ends. */
    public List<CustomerId> holding(PhoneNumber phone) {
        store.lockPhones(List.of(phone));
        return store.idsByPhone(phone);
    }

    public CustomerId record(Contact contact) {
        return newCustomers.record(List.of(Person.of(contact))).getFirst().id();
    }

    /** Brings the record into line with what the account says; an e-mail address the account lacks stays on record. */
    public void follow(CustomerId id, String name, @Nullable PhoneNumber phone, @Nullable String email, String locale) {
        present(id).ifPresent(customer -> {
            Person person = new Person(name, phone, email == null ? customer.email() : email, locale);
            if (!customer.with(person).equals(customer)) {
                store.update(customer.with(person));
            }
        });
    }

    /** Erases the personal data, as {@link Customers#erase} does. */
    public void erase(CustomerId id) {
        present(id).ifPresent(eraser::erase);
    }

    /** What the shop has on record; empty once it is erased. */
    public Optional<CustomerView> find(CustomerId id) {
        return present(id);
    }

    private Optional<CustomerView> present(CustomerId id) {
        Map<CustomerId, CustomerView> locked = store.lockById(List.of(id));
        return Optional.ofNullable(locked.get(id)).filter(customer -> !customer.erased());
    }
}
