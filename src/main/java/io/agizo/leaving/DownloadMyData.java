package io.agizo.leaving;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.backinstock.WishesOfPerson;
import io.agizo.customers.CustomerView;
import io.agizo.customers.CustomersWithAccount;
import io.agizo.identity.Caller;
import io.agizo.notifications.PersonalText;
import io.agizo.notifications.TextsOfPerson;
import io.agizo.orders.ReadOwnOrders;
import io.agizo.orders.Receipt;
import io.agizo.shared.PhoneNumber;
import io.agizo.staff.OwnEmployment;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the shop keeps of the person who asks. */
@Component
public class DownloadMyData {

    /** More than anyone orders by hand; together a few megabytes of JSON. */
    private static final int MOST_ORDERS = 5_000;

    private static final int MOST_TEXTS = 20_000;

    private final Accounts accounts;
    private final OwnEmployment employment;
    private final CustomersWithAccount customers;
    private final ReadOwnOrders orders;
    private final TextsOfPerson texts;
    private final WishesOfPerson wishes;

    DownloadMyData(
            Accounts accounts,
            OwnEmployment employment,
            CustomersWithAccount customers,
            ReadOwnOrders orders,
            TextsOfPerson texts,
            WishesOfPerson wishes) {
        this.accounts = accounts;
        this.employment = employment;
        this.customers = customers;
        this.orders = orders;
        this.texts = texts;
        this.wishes = wishes;
    }

    /** Of one moment, for the account and the record are held while the rest is read. */
    @Transactional
    public PersonalData of(Caller caller) {
        Account account = accounts.hold(AccountId.of(caller)).orElseThrow(Accounts::gone);
        CustomerView customer = account.customer() == null
                ? null
                : customers.find(account.customer()).orElse(null);
        PhoneNumber phone = account.provedPhone();
        List<PersonalText> sent = phone == null ? List.of() : texts.list(account.customer(), phone, MOST_TEXTS);
        return new PersonalData(
                account,
                employment.hold(account.id()).orElse(null),
                customer,
                orders(caller),
                sent,
                phone == null ? List.of() : wishes.list(phone));
    }

    private List<Receipt> orders(Caller caller) {
        List<Receipt> all = new ArrayList<>();
        PageRequest next = new PageRequest(PageRequest.MOST, null);
        while (next != null && all.size() < MOST_ORDERS) {
            Page<Receipt> page = orders.list(caller, next);
            all.addAll(page.items());
            next = page.nextCursor() == null ? null : new PageRequest(PageRequest.MOST, Cursor.read(page.nextCursor()));
        }
        return all;
    }
}
