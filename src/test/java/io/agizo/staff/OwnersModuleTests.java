package io.agizo.staff;

import static io.agizo.staff.AccountFixtures.hired;
import static io.agizo.staff.AccountFixtures.now;
import static io.agizo.staff.AccountFixtures.withPermissions;
import static io.agizo.staff.AccountFixtures.withRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.identity.SignInTooOld;
import io.agizo.leaving.DeleteAccount;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ownership is no sum of permissions: only owners make, change and remove owners. */
class OwnersModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();
    private static final String[] EVERYTHING =
            Stream.of(Permission.values()).map(Permission::scope).toArray(String[]::new);

    private final DataSource database = TestDatabase.fresh();

    @AutoClose
    private final ModuleContext shop = AccountFixtures.shop(database);

    private final Employees employees = shop.get(Employees.class);
    private final SuspendEmployee suspend = shop.get(SuspendEmployee.class);
    private final HandOver handOver = shop.get(HandOver.class);
    private final Roles roles = shop.get(Roles.class);

    private EmployeeView owner;
    private EmployeeView other;
    private EmployeeView cashier;

    @BeforeEach
    void aShopOfTwoOwners() {
        owner = hired(shop, SHOPKEEPER, "Njeri", Role.OWNER);
        other = hired(shop, SHOPKEEPER, "Wanjiru", Role.OWNER);
        cashier = hired(shop, SHOPKEEPER, "Otieno", "cashier");
    }

    @Test
    void areNotMadeChangedOrRemovedByAnEmployeeWithEveryPermission() {
        employees.change(SHOPKEEPER, cashier.id(), null, details -> withPermissions(details, EVERYTHING));
        Caller almighty = now(shop, cashier);
        assertThat(almighty.permissions()).containsExactlyInAnyOrder(Permission.values());

        areOutOfReachOf(almighty, cashier);
    }

    @Test
    void areNotMadeChangedOrRemovedByWhoeverHasARoleOfEveryPermission() {
        roles.create(SHOPKEEPER, new RoleDetails("boss", List.of(EVERYTHING)));
        employees.change(SHOPKEEPER, cashier.id(), null, details -> withRole(details, "boss"));

        areOutOfReachOf(now(shop, cashier), cashier);
    }

    @Test
    void areNotMadeChangedOrRemovedByAProgramWithEveryPermission() {
        areOutOfReachOf(SHOPKEEPER, cashier);
    }

    @Test
    void areNotMadeByAnOwnerWhoIsSuspendedOrIsNoneAnyMore() {
        Caller before = now(shop, other);
        suspend.suspend(now(shop, owner), other.id(), null);
        areOutOfReachOf(before, cashier);
        suspend.resume(now(shop, owner), other.id(), null);

        employees.change(now(shop, owner), other.id(), null, details -> withRole(details, "manager"));
        areOutOfReachOf(before, cashier);
    }

    @Test
    void areNotMadeByAnOldSignInOrByATokenThatMayDoLess() {
        Caller njeri = now(shop, owner);

        assertThatThrownBy(() -> crown(njeri.provedLongAgo(), cashier)).isInstanceOf(SignInTooOld.class);
        assertThatThrownBy(() -> handOver.to(njeri.provedLongAgo(), cashier.id()))
                .isInstanceOf(SignInTooOld.class);
        Caller app = njeri.limitedTo(
                Set.copyOf(now(shop, hired(shop, SHOPKEEPER, "Juma", "manager")).permissions()));
        assertThatThrownBy(() -> crown(app, cashier)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> handOver.to(app, cashier.id())).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> employees.remove(app, other.id(), null)).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void makeChangeAndRemoveOneAnother() {
        Caller njeri = now(shop, owner);
        UUID wanjiru = now(shop, other).account().orElseThrow();

        assertThat(crown(njeri, cashier).role()).isEqualTo(Role.OWNER);
        suspend.suspend(njeri, cashier.id(), null);
        suspend.resume(njeri, cashier.id(), null);
        employees.change(njeri, cashier.id(), null, details -> withRole(details, "cashier"));
        employees.remove(njeri, other.id(), null);

        assertThat(shop.get(People.class).find(wanjiru).orElseThrow().permissions())
                .isEmpty();
    }

    @Test
    void haveARoleWhoseNameNobodyTakesChangesOrFrees() {
        Caller njeri = now(shop, owner);

        for (Caller caller : List.of(njeri, SHOPKEEPER)) {
            assertThatThrownBy(() -> roles.create(caller, new RoleDetails(Role.OWNER, List.of())))
                    .isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> roles.create(caller, new RoleDetails("Owner", List.of())))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> roles.remove(caller, Role.OWNER, null)).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> roles.change(
                            caller, Role.OWNER, null, role -> new RoleDetails(Role.OWNER, List.of("orders:read"))))
                    .isInstanceOf(Conflict.class);
        }
    }

    @Test
    void leaveOneBehindInWhicheverWaysTheyGoAtTheSameMoment() {
        try (ModuleContext replica = AccountFixtures.shop(database)) {
            for (int round = 0; round < 4; round++) {
                EmployeeView one = hired(shop, SHOPKEEPER, "Njeri", Role.OWNER);
                EmployeeView two = hired(shop, SHOPKEEPER, "Wanjiru", Role.OWNER);
                EmployeeView three = hired(shop, SHOPKEEPER, "Halima", Role.OWNER);
                shop.sql()
                        .sql("delete from employee where role = 'owner' and id not in (?, ?, ?)")
                        .params(one.id().value(), two.id().value(), three.id().value())
                        .update();
                Caller first = now(shop, one);
                Caller second = now(shop, two);
                Caller third = now(shop, three);
                List<Callable<Boolean>> goes = new ArrayList<>();
                goes.add(() -> went(() -> shop.get(DeleteAccount.class).delete(first)));
                goes.add(() -> went(() -> replica.get(Employees.class).remove(second, two.id(), null)));
                goes.add(() -> went(() -> replica.get(SuspendEmployee.class).suspend(third, three.id(), null)));
                goes.add(() -> went(() -> replica.get(Employees.class)
                        .change(second, one.id(), null, details -> withRole(details, "packer"))));

                Together.run(goes);

                assertThat(shop.sql()
                                .sql("select count(*) from employee where role = 'owner' and state = 'active'")
                                .query(Integer.class)
                                .single())
                        .isPositive();
            }
        }
    }

    private void areOutOfReachOf(Caller caller, EmployeeView self) {
        needsAnOwner(() -> crown(caller, self));
        needsAnOwner(() -> employees.change(caller, owner.id(), null, details -> withRole(details, "manager")));
        needsAnOwner(() -> employees.remove(caller, owner.id(), null));
        needsAnOwner(() -> suspend.suspend(caller, owner.id(), null));
        needsAnOwner(() -> suspend.resume(caller, owner.id(), null));
        needsAnOwner(() -> handOver.to(caller, self.id()));
        assertThat(employees.get(SHOPKEEPER, owner.id()).role()).isEqualTo(Role.OWNER);
        assertThat(employees.get(SHOPKEEPER, self.id()).role()).isNotEqualTo(Role.OWNER);
    }

    private EmployeeView crown(Caller caller, EmployeeView heir) {
        return employees.change(
                caller,
                heir.id(),
                null,
                details -> new EmployeeDetails(
                        details.name(), details.email(), details.phone(), Role.OWNER, details.permissions()));
    }

    private static void needsAnOwner(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(PermissionDenied.class)
                .hasMessage("Only an owner of the shop may do this. Ask an owner to do it.");
    }

    private static boolean went(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Conflict | NotFound | PermissionDenied refused) {
            return false;
        }
    }
}
