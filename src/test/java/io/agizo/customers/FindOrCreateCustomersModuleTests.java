package io.agizo.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.api.IdempotentAnswers;
import io.agizo.shared.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class FindOrCreateCustomersModuleTests {

    private static final PhoneNumber PHONE = new PhoneNumber("+254711000001");

    private final DataSource database = TestDatabase.fresh();

    @AutoClose
    private final ModuleContext shop = ModuleContext.on(database, CustomerDirectory.class, IdempotentAnswers.class);

    @Test
    void recordsAStrangerUnderAnAssignedCode() {
        CustomerView amina = findOrCreate(shop, new Contact("Amina", PHONE));

        assertThat(amina.code().value()).matches("C-[0-9A-Z]{5}");
        assertThat(amina.name()).isEqualTo("Amina");
        assertThat(amina.locale()).isEqualTo("en");
        assertThat(directory(shop).byId(List.of(amina.id()))).containsValue(amina);
        assertThat(directory(shop).byCode(List.of(amina.code()))).containsValue(amina);
    }

    @Test
    void recognisesAPhoneWhateverNameComesWithIt() {
        CustomerView amina = findOrCreate(shop, new Contact("Amina", PHONE));

        assertThat(findOrCreate(shop, new Contact("Mrs Otieno", PHONE))).isEqualTo(amina);
    }

    @Test
    void takesTheEarliestOfThoseWhoShareAPhone() {
        List<CustomerView> family = shop.get(NewCustomers.class)
                .record(List.of(
                        new Person("Amina", PHONE, null, "en"),
                        new Person("Baraka", PHONE, null, "sw"),
                        new Person("Chao", PHONE, null, "sw")));

        assertThat(findOrCreate(shop, new Contact("Chao", PHONE))).isEqualTo(family.getFirst());
    }

    @Test
    void recordsTwoNamesOnOnePhoneOnceWithinABatch() {
        Contact amina = new Contact("Amina", PHONE);
        Contact baraka = new Contact("Baraka", PHONE);

        List<CustomerView> found = findOrCreate(shop, List.of(amina, baraka));

        assertThat(found.getFirst()).isEqualTo(found.getLast());
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void recordsAnewWhoeverHasNoPhone() {
        Contact amina = new Contact("Amina", null);
        findOrCreate(shop, List.of(amina, amina));
        findOrCreate(shop, amina);

        assertThat(customers()).isEqualTo(3);
    }

    @Test
    void makesOneCustomerOfOnePhoneAtTwoReplicasAtOnce() {
        try (ModuleContext other = ModuleContext.on(database, CustomerDirectory.class, IdempotentAnswers.class)) {
            List<Callable<CustomerId>> presses = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ModuleContext replica = i % 2 == 0 ? shop : other;
                presses.add(
                        () -> findOrCreate(replica, new Contact("Amina", PHONE)).id());
            }

            assertThat(new HashSet<>(Together.run(presses))).hasSize(1);
            assertThat(customers()).isEqualTo(1);
        }
    }

    @Test
    void neverWaitsInACircleWhenBatchesBringTheSamePhonesInAnotherOrder() {
        List<Contact> contacts = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> new Contact("Number " + i, new PhoneNumber("+2547110001%02d".formatted(i))))
                .toList());
        List<Callable<Integer>> presses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<Contact> batch = new ArrayList<>(contacts);
            Collections.shuffle(batch);
            presses.add(() -> findOrCreate(shop, batch).size());
        }

        assertThat(Together.run(presses)).containsOnly(100);
        assertThat(customers()).isEqualTo(100);
    }

    @Test
    void wantsATransactionToHoldThePhonesIn() {
        assertThatThrownBy(() -> directory(shop).findOrCreate(List.of(new Contact("Amina", PHONE))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private static CustomerView findOrCreate(ModuleContext replica, Contact contact) {
        return findOrCreate(replica, List.of(contact)).getFirst();
    }

    private static List<CustomerView> findOrCreate(ModuleContext replica, List<Contact> contacts) {
        return replica.transaction().execute(status -> directory(replica).findOrCreate(contacts));
    }

    private static CustomerDirectory directory(ModuleContext replica) {
        return replica.get(CustomerDirectory.class);
    }

    private int customers() {
        return shop.sql()
                .sql("select count(*) from customer")
                .query(Integer.class)
                .single();
    }
}
