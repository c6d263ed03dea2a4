package io.agizo.customers;

import static io.agizo.customers.CustomerFixtures.details;
import static io.agizo.customers.CustomerFixtures.named;
import static io.agizo.customers.CustomerFixtures.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Stale;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KeepingCustomersModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();
    private static final CustomerCode CODE = new CustomerCode("C-001");

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(Customers.class, IdempotentAnswers.class);

    private final Customers customers = shop.get(Customers.class);

    @Test
    void keepsACustomerAsTheyWereRegistered() {
        CustomerView amina = registered(
                shop, new CustomerDetails("C-001", "  Amina Otieno ", "0711 000 001", "amina@example.com", "sw"));

        assertThat(CustomerDetails.of(amina))
                .isEqualTo(new CustomerDetails("C-001", "Amina Otieno", "+254711000001", "amina@example.com", "sw"));
        assertThat(customers.get(SHOPKEEPER, CODE)).isEqualTo(amina);
    }

    @Test
    void refusesACodeThatIsTaken() {
        registered(shop, details("C-001", "Amina", null));

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> registered(shop, details("C-001", "Baraka", null)))
                .satisfies(conflict -> assertThat(conflict.type()).isEqualTo("duplicate-code"));
    }

    @Test
    void givesACodeToOneOfThoseWhoAskForItAtOnce() {
        List<Boolean> given = Together.run(8, () -> {
            try {
                registered(shop, details("C-001", "Amina", null));
                return true;
            } catch (Conflict taken) {
                return false;
            }
        });

        assertThat(given).containsOnlyOnce(true);
        assertThat(shop.sql()
                        .sql("select count(*) from customer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> registered(
                        shop, new CustomerDetails("a b", "x".repeat(201), "12", "@" + "x".repeat(254), "fr")))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(Fault::pointer)
                        .containsOnly("/code", "/name", "/phone", "/email", "/locale"));
    }

    @Test
    void changesWhatIsSaidAndCountsTheVersion() {
        registered(shop, details("C-001", "Amina", "0711000001"));

        CustomerView changed = customers.change(SHOPKEEPER, CODE, 1, amina -> details("C-002", "Amina W", null));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(customers.get(SHOPKEEPER, new CustomerCode("C-002"))).isEqualTo(changed);
        assertThat(changed.phone()).isNull();
        assertThatThrownBy(() -> customers.get(SHOPKEEPER, CODE)).isInstanceOf(NotFound.class);
    }

    @Test
    void staysAtItsVersionWhenNothingIsSaid() {
        CustomerView amina = registered(shop, details("C-001", "Amina", "0711000001"));

        assertThat(customers.change(SHOPKEEPER, CODE, null, same -> same)).isEqualTo(amina);
        assertThat(customers.get(SHOPKEEPER, CODE)).isEqualTo(amina);
    }

    @Test
    void refusesToChangeToACodeThatIsTaken() {
        registered(shop, details("C-001", "Amina", null));
        registered(shop, details("C-002", "Baraka", null));

        assertThatThrownBy(() -> customers.change(SHOPKEEPER, CODE, null, amina -> details("C-002", "Amina", null)))
                .isInstanceOf(Conflict.class);
        assertThat(customers.get(SHOPKEEPER, CODE).name()).isEqualTo("Amina");
    }

    @Test
    void refusesToTakeTheCodeAway() {
        registered(shop, details("C-001", "Amina", null));

        assertThatThrownBy(() -> customers.change(SHOPKEEPER, CODE, null, amina -> named("Amina")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesAChangeThatWasMadeForAnotherVersion() {
        registered(shop, details("C-001", "Amina", null));

        assertThatThrownBy(() -> customers.change(SHOPKEEPER, CODE, 2, amina -> named("Baraka")))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> customers.erase(SHOPKEEPER, CODE, 2)).isInstanceOf(Stale.class);
    }

    @Test
    void letsOneOfThoseWhoChangeTheSameVersionAtOnceThrough() {
        registered(shop, details("C-001", "Amina", null));

        List<Boolean> changed = Together.run(6, () -> {
            try {
                customers.change(
                        SHOPKEEPER,
                        CODE,
                        1,
                        amina -> details("C-001", Thread.currentThread().toString(), null));
                return true;
            } catch (Stale changedMeanwhile) {
                return false;
            }
        });

        assertThat(changed).containsOnlyOnce(true);
    }

    @Test
    void erasesThePersonalDataAndFreesTheCode() {
        CustomerView amina =
                registered(shop, new CustomerDetails("C-001", "Amina", "0711000001", "amina@example.com", null));

        customers.erase(SHOPKEEPER, CODE, 1);

        assertThatThrownBy(() -> customers.get(SHOPKEEPER, CODE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> customers.erase(SHOPKEEPER, CODE, null)).isInstanceOf(NotFound.class);
        assertThat(shop.get(CustomerDirectory.class).byCode(List.of(CODE))).isEmpty();
        assertThat(shop.get(CustomerDirectory.class).byId(List.of(amina.id())).values())
                .singleElement()
                .satisfies(erased -> {
                    assertThat(erased.erased()).isTrue();
                    assertThat(erased.code()).isEqualTo(CODE);
                    assertThat(erased.name()).isNull();
                    assertThat(erased.phone()).isNull();
                    assertThat(erased.email()).isNull();
                });
        assertThat(registered(shop, details("C-001", "Baraka", null)).code()).isEqualTo(CODE);
    }

    @Test
    void doesNotRecogniseAnErasedCustomerByPhone() {
        PhoneNumber phone = new PhoneNumber("+254711000001");
        CustomerView amina = registered(shop, details("C-001", "Amina", phone.e164()));
        customers.erase(SHOPKEEPER, CODE, null);

        Contact again = new Contact("Amina", phone);
        List<CustomerView> found = shop.transaction()
                .execute(status -> shop.get(CustomerDirectory.class).findOrCreate(List.of(again)));
        assertThat(found.getFirst().id()).isNotEqualTo(amina.id());
    }

    @Test
    void theDatabaseKeepsNoPersonalDataOfTheErased() {
        registered(shop, details("C-001", "Amina", null));

        assertThatThrownBy(() -> shop.sql()
                        .sql("update customer set erased_at = created_at")
                        .update())
                .hasMessageContaining("customer_erased_is_empty");
    }

    @Test
    void needsThePermissions() {
        Caller reader = Callers.with(Permission.CUSTOMERS_READ);
        Caller writer = Callers.with(Permission.CUSTOMERS_WRITE);

        assertThatThrownBy(() -> customers.register(reader, named("Amina"))).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> customers.change(reader, CODE, null, same -> same))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> customers.erase(reader, CODE, null)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> customers.get(writer, CODE)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> customers.list(writer, null, new PageRequest(1, null)))
                .isInstanceOf(PermissionDenied.class);
    }
}
