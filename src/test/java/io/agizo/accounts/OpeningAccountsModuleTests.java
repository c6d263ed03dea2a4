package io.agizo.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDetails;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.customers.Customers;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Stale;
import io.agizo.staff.AccountFixtures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Shoppers with an account, and the customer records that are theirs. */
class OpeningAccountsModuleTests {

    private static final PhoneNumber AMINAS = new PhoneNumber("+254711000001");
    private static final PhoneNumber BARAKAS = new PhoneNumber("+254711000002");

    @AutoClose
    private final ModuleContext shop = AccountFixtures.shop(TestDatabase.fresh());

    private Account open(PhoneNumber phone, String name) {
        return shop.get(OpenAccount.class).open(phone, name, "en");
    }

    private Caller caller(Account account) {
        return shop.get(People.class).find(account.id().value()).orElseThrow();
    }

    private CustomerView customer(Account account) {
        CustomerId id = account.customer();
        assertThat(id).isNotNull();
        return shop.get(CustomerDirectory.class).byId(Set.of(id)).get(id);
    }

    private CustomerView introduced(String name, PhoneNumber phone) {
        return shop.transaction()
                .execute(status -> shop.get(CustomerDirectory.class)
                        .findOrCreate(List.of(new Contact(name, phone)))
                        .getFirst());
    }

    @Test
    void recordsAStrangerAsACustomer() {
        Account amina = open(AMINAS, "Amina");

        assertThat(customer(amina).name()).isEqualTo("Amina");
        assertThat(customer(amina).phone()).isEqualTo(AMINAS);
        assertThat(caller(amina).customer()).isEqualTo(customer(amina).id().value());
        assertThat(caller(amina).permissions()).isEmpty();
    }

    @Test
    void recognisesTheCustomerOfTheProvedPhone() {
        CustomerView known = introduced("Mrs Otieno", AMINAS);

        assertThat(customer(open(AMINAS, "Amina"))).isEqualTo(known);
    }

    @Test
    void givesTheAccountThereIsToWhoeverProvesItsPhoneAgain() {
        Account amina = open(AMINAS, "Amina");

        assertThat(open(AMINAS, "Somebody")).isEqualTo(amina);
    }

    @Test
    void makesOneAccountOfOnePhoneAtTwoReplicasAtOnce() {
        var database = TestDatabase.fresh();
        try (ModuleContext one = AccountFixtures.shop(database);
                ModuleContext other = AccountFixtures.shop(database)) {
            List<Callable<Account>> presses = IntStream.range(0, 8)
                    .<Callable<Account>>mapToObj(i -> () ->
                            (i % 2 == 0 ? one : other).get(OpenAccount.class).open(AMINAS, "Amina", "en"))
                    .toList();

            assertThat(new HashSet<>(Together.run(presses))).hasSize(1);
        }
    }

    @Test
    void neverSharesACustomerWithWhoeverProvesANumberThatWasWrittenOnIt() {
        Account amina = open(AMINAS, "Amina");
        shop.get(Customers.class)
                .change(Callers.shopkeeper(), customer(amina).code(), null, details -> withPhone(details, BARAKAS));

        Account baraka = open(BARAKAS, "Baraka");

        assertThat(baraka.customer()).isNotEqualTo(amina.customer());
        assertThat(customer(baraka).name()).isEqualTo("Baraka");
    }

    @Test
    void followsOnTheCustomerRecordWhatAPersonChanges() {
        Account amina = open(AMINAS, "Amina");

        shop.get(Accounts.class)
                .change(caller(amina), amina.version(), details -> new AccountDetails("Amina O.", "sw"));
        shop.get(ProvedContacts.class).phone(amina.id(), BARAKAS);
        Account changed = shop.get(ProvedContacts.class).email(amina.id(), "amina@example.com");

        assertThat(customer(changed).name()).isEqualTo("Amina O.");
        assertThat(customer(changed).locale()).isEqualTo("sw");
        assertThat(customer(changed).phone()).isEqualTo(BARAKAS);
        assertThat(customer(changed).email()).isEqualTo("amina@example.com");
        assertThat(changed.version()).isEqualTo(4);
        assertThat(shop.get(Accounts.class).byPhone(AMINAS)).isEmpty();
        assertThat(shop.get(Accounts.class).byPhone(BARAKAS)).contains(changed);
        assertThat(shop.get(Accounts.class).byEmail("AMINA@example.com")).contains(changed);
    }

    @Test
    void refusesAChangeOfWhatHasChangedMeanwhileAndNamesNobodyHas() {
        Account amina = open(AMINAS, "Amina");
        Accounts accounts = shop.get(Accounts.class);

        assertThatThrownBy(() -> accounts.change(caller(amina), 7, details -> new AccountDetails("A", "en")))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> accounts.change(caller(amina), null, details -> new AccountDetails(" ", "fr")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .extracting(InvalidInput.Fault::pointer)
                                .containsExactlyInAnyOrder("/name", "/locale"));
        assertThatThrownBy(() -> accounts.own(Callers.shopkeeper())).isInstanceOf(NotFound.class);
    }

    @Test
    void leavesAPhoneAndAnAddressToTheAccountThatHasThem() {
        open(AMINAS, "Amina");
        Account baraka = open(BARAKAS, "Baraka");
        ProvedContacts contacts = shop.get(ProvedContacts.class);
        contacts.email(shop.get(Accounts.class).byPhone(AMINAS).orElseThrow().id(), "amina@example.com");

        assertThatThrownBy(() -> contacts.phone(baraka.id(), AMINAS)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> contacts.email(baraka.id(), "Amina@example.com"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void keepsTheAccountWhenTheShopErasesTheCustomer() {
        Account amina = open(AMINAS, "Amina");

        shop.get(Customers.class).erase(Callers.shopkeeper(), customer(amina).code(), null);

        assertThat(caller(amina).customer()).isNull();
        assertThat(customer(shop.get(ProvedContacts.class).phone(amina.id(), AMINAS))
                        .phone())
                .isEqualTo(AMINAS);
    }

    @Test
    void mayBeChangedWhileTheShopErasesTheirCustomer() {
        Account amina = open(AMINAS, "Amina");
        CustomerCode code = customer(amina).code();
        List<CompletableFuture<Void>> erasures = new ArrayList<>();

        Account changed = shop.get(Accounts.class).change(caller(amina), null, details -> {
            erasures.add(CompletableFuture.runAsync(
                    () -> shop.get(Customers.class).erase(Callers.shopkeeper(), code, null)));
            await().until(this::somebodyWaits);
            return new AccountDetails("Amina O.", "sw");
        });
        erasures.getFirst().join();

        assertThat(changed.name()).isEqualTo("Amina O.");
        assertThat(caller(amina).customer()).isNull();
    }

    private boolean somebodyWaits() {
        return shop.sql().sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')
                        """).query(Boolean.class).single();
    }

    private static CustomerDetails withPhone(CustomerDetails details, PhoneNumber phone) {
        return new CustomerDetails(details.code(), details.name(), phone.e164(), details.email(), details.locale());
    }
}
