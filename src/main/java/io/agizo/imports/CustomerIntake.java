package io.agizo.imports;

import io.agizo.customers.CustomerDetails;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerView;
import io.agizo.customers.UpsertCustomers;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.RowOutcome;
import io.agizo.shared.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes customers in, known by their codes. A list without codes, as people have it in their phones, is known by the
 * phone numbers: whoever has one that is on record is on record, and a note says so where the row says something else.
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
        Map<PhoneNumber, CustomerView> onRecord = directory.byPhone(phones.values());
        Map<PhoneNumber, CustomerDetails> before = new HashMap<>();
        List<CustomerDetails> handedIn = new ArrayList<>(rows.size());
        List<@Nullable RowOutcome> known = new ArrayList<>(rows.size());
        for (CustomerDetails row : rows) {
            PhoneNumber phone = phones.get(row);
            known.add(phone == null ? null : known(row, onRecord.get(phone), before.get(phone)));
            if (known.getLast() == null) {
                handedIn.add(row);
                if (phone != null && customers.acceptsWithoutCode(row)) {
                    before.put(phone, row);
                }
            }
        }
        Iterator<RowOutcome> outcomes = customers.upsert(job.caller(), handedIn).iterator();
        List<RowOutcome> all = new ArrayList<>(rows.size());
        for (RowOutcome outcome : known) {
            all.add(outcome == null ? outcomes.next() : outcome);
        }
        return all;
    }

    /** Null if the number of the row is neither on record nor in a row before. */
    private static @Nullable RowOutcome known(
            CustomerDetails row, @Nullable CustomerView onRecord, @Nullable CustomerDetails before) {
        if (onRecord != null) {
            return saysOtherwise(row, onRecord.name(), onRecord.email(), onRecord.locale())
                    ? left("is the number of customer “" + onRecord.code() + "”, whose data was left as it is; "
                            + "give that code to change it")
                    : new RowOutcome.Unchanged();
        }
        if (before != null) {
            return saysOtherwise(row, before.name(), before.email(), before.locale())
                    ? left("is the number of a row before, which says something else and was taken instead")
                    : new RowOutcome.Unchanged();
        }
        return null;
    }

    private static boolean saysOtherwise(
            CustomerDetails row, @Nullable String name, @Nullable String email, @Nullable String locale) {
        return (row.name() != null && !row.name().equals(name))
                || (row.email() != null && !row.email().equalsIgnoreCase(email))
                || (row.locale() != null && !row.locale().equals(locale));
    }

    private static RowOutcome left(String note) {
        return new RowOutcome.LeftAsItIs(List.of(new Fault("/phone", note)));
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
