package io.agizo.staff;

import io.agizo.accounts.AccountId;
import io.agizo.accounts.DemoAccounts;
import io.agizo.shared.CannotStart;
import io.agizo.shared.Ids;
import io.agizo.shared.PhoneNumber;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people whose password everybody knows: there in the demo, and gone, before the first request is served, when the
 * same database is run as a real shop. They do not come to a real shop that has an owner, whose operator forgot to say so.
 */
@Component
public class DemoPeople implements SmartInitializingSingleton {

    /** In no list of common passwords, and long enough for the shop's own rule. */
    public static final String PASSWORD = "karibu-dukani";

    /** One of them; an id that never changes is what a real shop knows them by. */
    private record Someone(
            UUID id,
            String name,
            PhoneNumber phone,
            @Nullable String role) {}

    private static final List<Someone> PEOPLE = List.of(
            someone(1, "Njeri Kariuki", "+254711000101", Role.OWNER),
            someone(2, "Otieno Okello", "+254711000102", "cashier"),
            someone(3, "Halima Abdi", "+254711000103", "packer"),
            someone(4, "Amina Otieno", "+254711000001", null));

    private final DemoAccounts accounts;
    private final EmployeeStore employees;
    private final ObjectProvider<PasswordEncoder> passwords;
    private final Clock clock;
    private final boolean demo;

    DemoPeople(
            DemoAccounts accounts,
            EmployeeStore employees,
            ObjectProvider<PasswordEncoder> passwords,
            Clock clock,
            @Value("${agizo.demo.active:false}") boolean demo) {
        this.accounts = accounts;
        this.employees = employees;
        this.passwords = passwords;
        this.clock = clock;
        this.demo = demo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!demo) {
            PEOPLE.forEach(person -> accounts.remove(new AccountId(person.id())));
        } else if (employees.hasOwner() && PEOPLE.stream().noneMatch(this::isHere)) {
            throw new CannotStart(
                    "This is the data of a real shop, and the demo would open it to everyone who knows the demo's password.",
                    "Start with AGIZO_DEMO=false, or give the demo a folder of its own by AGIZO_DATA_DIR.");
        }
    }

    private boolean isHere(Someone person) {
        return accounts.has(new AccountId(person.id()));
    }

    /** Makes those who are not there yet, once the demo's customers are, of whom the shopper is one. */
    @Transactional
    public void moveIn() {
        String hash = null;
        for (Someone person : PEOPLE) {
            AccountId id = new AccountId(person.id());
            if (!isHere(person) && accounts.hasNobodyWith(person.phone())) {
                hash = hash == null ? hash() : hash;
                moveIn(person, id, hash);
            }
        }
    }

    private void moveIn(Someone person, AccountId id, @Nullable String hash) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        accounts.open(id, person.name(), person.phone(), person.role() == null, hash, now);
        if (person.role() != null) {
            employees.insert(new EmployeeView(
                    new EmployeeId(Ids.next()),
                    id,
                    person.name(),
                    null,
                    person.phone(),
                    person.role(),
                    List.of(),
                    EmployeeState.ACTIVE,
                    now,
                    1));
        }
    }

    private @Nullable String hash() {
        return passwords
                .getIfAvailable(PasswordEncoderFactories::createDelegatingPasswordEncoder)
                .encode(PASSWORD);
    }

    private static Someone someone(int number, String name, String phone, @Nullable String role) {
        return new Someone(
                new UUID(0x00000000_0000_7000L, 0x8000_0000_0000_0000L + number), name, new PhoneNumber(phone), role);
    }
}
