package io.agizo.imports;

import io.agizo.customers.CustomerDetails;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.UpsertCustomers;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Takes customers in, known by their codes. A list without codes, as people have it in their phones, is known by the
 * phone numbers: whoever has one that is on record is on record.
 */
@Component
class CustomerIntake implements Intake {

    private final UpsertCustomers customers;
    private final CustomerDirectory directory;
    private final TakeEach takeEach;
    private final Shop shop;

    CustomerIntake(UpsertCustomers customers, CustomerDirectory directory, TakeEach takeEach, Shop shop) {
        this.customers = customers;
        this.directory = directory;
        this.takeEach = takeEach;
        this.shop = shop;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public Progress take(Job job, List<StagedRow> rows, Function<List<RowError>, Progress> save) {
        return takeEach.take(job, rows, CustomerIntake::details, details -> upsert(job, details), save);
    }

    private static CustomerDetails details(RowForm row) {
        CustomerDetails details = new CustomerDetails(
                row.text("code"), row.text("name"), row.text("phone"), row.text("email"), row.text("locale"));
        if (details.code() == null && details.phone() == null) {
            row.refuse("code", "must be given, or a phone: by one of them the customer is known again");
        }
        return details;
    }

    private List<RowOutcome> upsert(Job job, List<CustomerDetails> rows) {
        Map<CustomerDetails, PhoneNumber> phones = phonesOfThoseWithoutCode(rows);
        Set<PhoneNumber> known =
                new HashSet<>(directory.byPhone(phones.values()).keySet());
        List<CustomerDetails> handedIn = new ArrayList<>(rows.size());
        boolean[] isKnown = new boolean[rows.size()];
        for (int i = 0; i < isKnown.length; i++) {
            CustomerDetails row = rows.get(i);
            PhoneNumber phone = phones.get(row);
            isKnown[i] = phone != null && known.contains(phone);
            if (!isKnown[i]) {
                handedIn.add(row);
                if (phone != null && customers.acceptsWithoutCode(row)) {
                    known.add(phone);
                }
            }
        }
        Iterator<RowOutcome> outcomes = customers.upsert(job.caller(), handedIn).iterator();
        List<RowOutcome> all = new ArrayList<>(rows.size());
        for (boolean rowIsKnown : isKnown) {
            all.add(rowIsKnown ? new RowOutcome.Unchanged() : outcomes.next());
        }
        return all;
    }

    /** Those that can be read; the others are refused where they are handed in. */
    private Map<CustomerDetails, PhoneNumber> phonesOfThoseWithoutCode(List<CustomerDetails> rows) {
        Map<CustomerDetails, PhoneNumber> phones = new HashMap<>();
        for (CustomerDetails row : rows) {
            String phone = row.phone();
            if (row.code() == null && phone != null) {
                try {
                    phones.put(row, PhoneNumber.parse(phone, shop.country()));
                } catch (InvalidInput refusedLater) {
                    // As one of the faults of the row.
                }
            }
        }
        return phones;
    }
}
