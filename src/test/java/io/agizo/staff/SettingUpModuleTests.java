package io.agizo.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.DemoAccounts;
import io.agizo.accounts.OpenAccount;
import io.agizo.accounts.PasswordHashes;
import io.agizo.accounts.ProvedContacts;
import io.agizo.api.PageRequest;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import io.agizo.shared.CannotStart;
import io.agizo.shared.Conflict;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A new shop, and how it comes by its first owner. */
class SettingUpModuleTests {

    private final DataSource database = TestDatabase.fresh();

    @AutoClose
    private final ModuleContext shop = AccountFixtures.shop(database);

    private final SetUpShop setUp = shop.get(SetUpShop.class);

    private String token() {
        String link = setUp.newLink().orElseThrow();
        return link.substring(link.indexOf("/set-up?token=") + "/set-up?token=".length());
    }

    private static NewOwner owner() {
        return new NewOwner("Njeri", AccountFixtures.phone(), true, "en", "{bcrypt}x");
    }

    @Test
    void becomesTheirsWhoHaveTheLink() {
        String token = token();
        assertThat(setUp.isOpen(token)).isTrue();

        Account njeri = setUp.setUp(SecretHash.of(token), owner());

        assertThat(shop.get(People.class).find(njeri.id().value()).orElseThrow().permissions())
                .isEqualTo(Set.of(Permission.values()));
        assertThat(shop.get(PasswordHashes.class).find(njeri.id())).contains("{bcrypt}x");
        assertThat(setUp.isOpen(token)).isFalse();
        assertThat(setUp.newLink()).isEmpty();
    }

    @Test
    void isNobodysByALinkThatWasReplacedIsTooOldOrWasMadeUp() {
        String first = token();
        String second = token();

        assertThat(setUp.isOpen(first)).isFalse();
        assertThatThrownBy(() -> setUp.setUp(SecretHash.of(first), owner())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> setUp.setUp(SecretHash.of("made-up"), owner())).isInstanceOf(NotFound.class);
        shop.sql().sql("update set_up_link set expires_at = now()").update();
        assertThatThrownBy(() -> setUp.setUp(SecretHash.of(second), owner())).isInstanceOf(NotFound.class);
    }

    @Test
    void hasOneFirstOwnerHoweverManyPressAtOnceOnTwoReplicas() {
        String token = token();
        try (ModuleContext other = AccountFixtures.shop(database)) {
            SetUpShop there = other.get(SetUpShop.class);
            var presses = List.of(setUp, there, setUp, there).stream()
                    .<Callable<Boolean>>map(replica -> () -> {
                        try {
                            replica.setUp(
                                    SecretHash.of(token),
                                    new NewOwner("Njeri", AccountFixtures.phone(), false, "en", "x"));
                            return true;
                        } catch (NotFound used) {
                            return false;
                        }
                    })
                    .toList();

            assertThat(Together.run(presses)).containsOnlyOnce(true);
            assertThat(shop.get(Employees.class)
                            .list(Callers.shopkeeper(), new PageRequest(20, null))
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void givesNobodyTheOwnersAccountWhoProvesANumberThatTheOwnerOnlyTyped() {
        NewOwner typed = new NewOwner("Njeri", AccountFixtures.phone(), false, "en", "x");
        Account njeri = setUp.setUp(SecretHash.of(token()), typed);
        OpenAccount door = shop.get(OpenAccount.class);

        assertThat(njeri.provedPhone()).isNull();
        assertThatThrownBy(() -> door.open(typed.phone(), "Somebody", "en")).isInstanceOf(Conflict.class);

        shop.get(ProvedContacts.class).phone(njeri.id(), typed.phone());
        assertThat(door.open(typed.phone(), "Njeri", "en").id()).isEqualTo(njeri.id());
    }

    @Test
    void putsNoPasswordOnAnAccountThatWasThere() {
        NewOwner owner = owner();
        Account shopper = shop.get(OpenAccount.class).open(owner.phone(), "Amina", "en");

        assertThat(setUp.setUp(SecretHash.of(token()), owner)).isEqualTo(shopper);

        assertThat(shop.get(PasswordHashes.class).find(shopper.id())).isEmpty();
        assertThat(shop.get(People.class)
                        .find(shopper.id().value())
                        .orElseThrow()
                        .permissions())
                .isEqualTo(Set.of(Permission.values()));
    }

    @Test
    void isNotOpenedAsTheDemoOnceItHasAnOwner() {
        setUp.setUp(SecretHash.of(token()), new NewOwner("Njeri", AccountFixtures.phone(), true, "en", "x"));
        var people = new DemoPeople(
                shop.get(DemoAccounts.class),
                shop.get(EmployeeStore.class),
                new StaticListableBeanFactory().getBeanProvider(PasswordEncoder.class),
                Clock.systemUTC(),
                true);

        assertThatThrownBy(people::afterSingletonsInstantiated)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("real shop");
    }

    @Test
    void hasTheDemosPeopleOnlyAsLongAsItIsTheDemo() {
        DemoPeople people = shop.get(DemoPeople.class);
        people.moveIn();
        people.moveIn();

        assertThat(setUp.newLink()).isEmpty();
        Account shopper = shop.get(Accounts.class)
                .byPhone(new PhoneNumber("+254711000001"))
                .orElseThrow();
        assertThat(shopper.customer()).isNotNull();
        assertThat(shop.get(PasswordHashes.class).find(shopper.id())).isPresent();

        try (ModuleContext asARealShop = AccountFixtures.shop(database)) {
            assertThat(asARealShop.get(Accounts.class).find(shopper.id())).isEmpty();
            assertThat(asARealShop.get(SetUpShop.class).newLink()).isPresent();
        }
    }
}
