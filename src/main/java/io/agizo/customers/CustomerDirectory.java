package io.agizo.customers;

import io.agizo.queries.Query;
import io.agizo.search.SearchText;
import io.agizo.shared.PhoneNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers for the other modules, many at a time and within the caller's transaction; asks for no permission. */
@Component
public class CustomerDirectory {

    private final CustomerStore store;
    private final CustomerSearchStore searches;
    private final NewCustomers newCustomers;

    CustomerDirectory(CustomerStore store, CustomerSearchStore searches, NewCustomers newCustomers) {
        this.store = store;
        this.searches = searches;
        this.newCustomers = newCustomers;
    }

    /** Those of the codes that exist and are not erased. */
    public Map<CustomerCode, CustomerView> byCode(Collection<CustomerCode> codes) {
        return store.byCode(codes);
    }

    /** The same, to be asked together with other queries. */
    public Query<Map<CustomerCode, CustomerView>> queryByCode(Collection<CustomerCode> codes) {
        return store.queryByCode(codes);
    }

    /** Of several customers with one phone the earliest. */
    public Map<PhoneNumber, CustomerView> byPhone(Collection<PhoneNumber> phones) {
        return store.earliestByPhone(phones);
    }

    /** Erased customers included, without their personal data. */
    public Map<CustomerId, CustomerView> byId(Collection<CustomerId> ids) {
        return store.byId(ids);
    }

    /** The same, to be asked together with other queries. */
    public Query<Map<CustomerId, CustomerView>> queryById(Collection<CustomerId> ids) {
        return store.queryById(ids);
    }

    /**
     * For each contact the customer with its phone, the earliest where several share it; otherwise a new one with a code
     * assigned. A phone nobody has yet is locked until the transaction ends, so that whoever else brings it finds the
     * same customer. Each such lock takes a place in the database's lock table: hand in hundreds of contacts at a time,
     * not tens of thousands.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CustomerView> findOrCreate(List<Contact> contacts) {
        List<Object> identities = new ArrayList<>(contacts.size());
        Map<Object, Contact> strangers = new LinkedHashMap<>();
        for (Contact contact : contacts) {
            Object identity = identity(contact);
            identities.add(identity);
            strangers.putIfAbsent(identity, contact);
        }
        Map<Object, CustomerView> customers = new HashMap<>(recognised(strangers));
        if (!strangers.isEmpty()) {
            store.lockPhones(phones(strangers));
            customers.putAll(recognised(strangers));
            customers.putAll(recorded(strangers));
        }
        return identities.stream().map(customers::get).toList();
    }

    /** Customers whose code, name or phone matches the words, at most {@code most} of them and those who match best. */
    public Set<CustomerId> matching(String words, int most) {
        return searches.matching(new SearchText(words), most);
    }

    /** Whether the code, name or phone of this customer matches the words. */
    public boolean has(CustomerId customer, String words) {
        return searches.has(customer, new SearchText(words));
    }

    /** Those whose phone is on record, who thereby are strangers no more. */
    private Map<PhoneNumber, CustomerView> recognised(Map<Object, Contact> strangers) {
        Map<PhoneNumber, CustomerView> recognised = store.earliestByPhone(phones(strangers));
        strangers.keySet().removeAll(recognised.keySet());
        return recognised;
    }

    private Map<Object, CustomerView> recorded(Map<Object, Contact> strangers) {
        List<CustomerView> customers =
                newCustomers.record(strangers.values().stream().map(Person::of).toList());
        Map<Object, CustomerView> recorded = HashMap.newHashMap(customers.size());
        Iterator<CustomerView> each = customers.iterator();
        strangers.keySet().forEach(stranger -> recorded.put(stranger, each.next()));
        return recorded;
    }

    /** Contacts who share a phone are one customer; of those without one, two of a name are still two people. */
    private static Object identity(Contact contact) {
        return contact.phone() == null ? new Object() : contact.phone();
    }

    private static List<PhoneNumber> phones(Map<Object, Contact> contacts) {
        return contacts.keySet().stream()
                .filter(PhoneNumber.class::isInstance)
                .map(PhoneNumber.class::cast)
                .toList();
    }
}
