package io.agizo.staff;

import static io.agizo.staff.AccountFixtures.hired;
import static io.agizo.staff.AccountFixtures.invited;
import static io.agizo.staff.AccountFixtures.now;
import static io.agizo.staff.AccountFixtures.withPermissions;
import static io.agizo.staff.AccountFixtures.withRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.leaving.DeleteAccount;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who may do what, and who may change it. */
class AllowingEmployeesModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();
    private static final Caller FOREMAN =
            Callers.with(Permission.EMPLOYEES_MANAGE, Permission.ORDERS_READ, Permission.ORDERS_FULFIL);

    private final DataSource database = TestDatabase.fresh();

    @AutoClose
    private final ModuleContext shop = AccountFixtures.shop(database);

    private final Employees employees = shop.get(Employees.class);
    private final Roles roles = shop.get(Roles.class);

    @Test
    void nobodyGrantsWhatTheyDoNotHold() {
        EmployeeView helper =
                shop.get(InviteEmployee.class).invite(FOREMAN, invited("Helper", null, List.of("orders:read")));
        roles.create(FOREMAN, new RoleDetails("picker", List.of("orders:fulfil")));

        refusedFor(
                Permission.STOCK_WRITE,
                () -> shop.get(InviteEmployee.class).invite(FOREMAN, invited("Juma", null, List.of("stock:write"))));
        refusedFor(
                Permission.STOCK_WRITE,
                () -> shop.get(InviteEmployee.class).invite(FOREMAN, invited("Juma", "packer", null)));
        refusedFor(
                Permission.CLIENTS_MANAGE,
                () -> employees.change(
                        FOREMAN,
                        helper.id(),
                        null,
                        details -> withPermissions(details, "orders:read", "clients:manage")));
        refusedFor(
                Permission.STOCK_WRITE,
                () -> employees.change(FOREMAN, helper.id(), null, details -> withRole(details, "packer")));
        refusedFor(
                Permission.STOCK_WRITE, () -> roles.create(FOREMAN, new RoleDetails("mover", List.of("stock:write"))));
        refusedFor(
                Permission.STOCK_WRITE,
                () -> roles.change(FOREMAN, "picker", null, role -> new RoleDetails("picker", List.of("stock:write"))));
        refusedFor(
                Permission.EMPLOYEES_MANAGE,
                () -> employees.list(Callers.with(Permission.ORDERS_READ), new PageRequest(20, null)));
    }

    @Test
    void nobodyGetsRidOfWhoMayDoMore() {
        EmployeeView manager = hired(shop, SHOPKEEPER, "Wanjiru", "manager");

        refusedFor(Permission.ORDERS_PLACE, () -> employees.remove(FOREMAN, manager.id(), null));
        refusedFor(
                Permission.ORDERS_PLACE, () -> shop.get(SuspendEmployee.class).suspend(FOREMAN, manager.id(), null));
        refusedFor(
                Permission.ORDERS_PLACE,
                () -> employees.change(FOREMAN, manager.id(), null, details -> withPermissions(details)));
        refusedFor(Permission.ORDERS_PLACE, () -> roles.remove(FOREMAN, "manager", null));
    }

    @Test
    void nobodyTakesFromSomebodyWhatAnotherIssuerGaveThemAndTheyDoNotHoldThemselves() {
        EmployeeView juma = hired(shop, SHOPKEEPER, "Juma", "packer");
        employees.change(SHOPKEEPER, juma.id(), null, details -> withPermissions(details, "orders:read"));
        shop.sql().sql("""
                        insert into linked_identity (issuer, subject, account_id, linked_at, permissions, permissions_until)
                        values ('https://issuer.example', 'juma', ?, now(), '{reports:read}', now() + interval '1 hour')
                        """).param(now(shop, juma).account().orElseThrow()).update();

        SuspendEmployee suspend = shop.get(SuspendEmployee.class);
        refusedFor(Permission.REPORTS_READ, () -> suspend.suspend(FOREMAN, juma.id(), null));
        refusedFor(Permission.REPORTS_READ, () -> employees.remove(FOREMAN, juma.id(), null));
        suspend.suspend(SHOPKEEPER, juma.id(), null);
        refusedFor(Permission.REPORTS_READ, () -> suspend.resume(FOREMAN, juma.id(), null));

        shop.sql().sql("update linked_identity set permissions_until = now()").update();
        suspend.resume(FOREMAN, juma.id(), null);
    }

    @Test
    void employeesWhoEditThemselvesGainNothing() {
        EmployeeView wanjiru = hired(shop, SHOPKEEPER, "Wanjiru", "manager");
        Caller manager = now(shop, wanjiru);

        refusedFor(
                Permission.CLIENTS_MANAGE,
                () -> employees.change(
                        manager,
                        wanjiru.id(),
                        null,
                        details -> withPermissions(details, "employees:manage", "clients:manage")));
        refusedFor(
                Permission.CLIENTS_MANAGE,
                () -> roles.change(
                        manager,
                        "manager",
                        null,
                        role -> new RoleDetails("manager", List.of("employees:manage", "clients:manage"))));
        employees.change(manager, wanjiru.id(), null, details -> withPermissions(details, "employees:manage"));
        assertThat(now(shop, wanjiru).permissions()).containsExactly(Permission.EMPLOYEES_MANAGE);
        refusedFor(
                Permission.ORDERS_READ,
                () -> employees.change(
                        now(shop, wanjiru), wanjiru.id(), null, details -> withRole(details, "manager")));
    }

    @Test
    void whatIsTakenAwayIsGoneAtTheNextRequestOnEveryReplica() {
        try (ModuleContext other = AccountFixtures.shop(database)) {
            EmployeeView juma = hired(shop, SHOPKEEPER, "Juma", "packer");
            assertThat(now(other, juma).may(Permission.STOCK_WRITE)).isTrue();

            employees.change(SHOPKEEPER, juma.id(), null, details -> withPermissions(details, "orders:read"));
            assertThat(now(other, juma).permissions()).containsExactly(Permission.ORDERS_READ);

            shop.get(SuspendEmployee.class).suspend(SHOPKEEPER, juma.id(), null);
            assertThat(now(other, juma).permissions()).isEmpty();
            shop.get(SuspendEmployee.class).resume(SHOPKEEPER, juma.id(), null);
            assertThat(now(other, juma).permissions()).containsExactly(Permission.ORDERS_READ);

            employees.change(SHOPKEEPER, juma.id(), null, details -> withRole(details, "packer"));
            roles.change(SHOPKEEPER, "packer", null, role -> new RoleDetails("packer", List.of("orders:fulfil")));
            assertThat(now(other, juma).permissions()).containsExactly(Permission.ORDERS_FULFIL);

            Caller before = now(other, juma);
            employees.remove(SHOPKEEPER, juma.id(), null);
            assertThat(other.get(People.class)
                            .find(before.account().orElseThrow())
                            .orElseThrow()
                            .permissions())
                    .isEmpty();
        }
    }

    @Test
    void aRoleAndSinglePermissionsTakeEachOthersPlace() {
        EmployeeView juma = hired(shop, SHOPKEEPER, "Juma", "packer");

        EmployeeView single = employees.change(
                SHOPKEEPER, juma.id(), juma.version(), details -> withPermissions(details, "orders:read"));
        assertThat(single.role()).isNull();
        EmployeeView withRole = employees.change(SHOPKEEPER, juma.id(), null, details -> withRole(details, "cashier"));
        assertThat(withRole.role()).isEqualTo("cashier");
        assertThat(withRole.permissions()).contains("orders:place").doesNotContain("products:write");
        assertThat(employees.get(SHOPKEEPER, juma.id())).isEqualTo(withRole);
        assertThatThrownBy(() -> employees.change(
                        SHOPKEEPER,
                        juma.id(),
                        null,
                        details -> withRole(withPermissions(details, "orders:read"), "packer")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> employees.change(
                        SHOPKEEPER,
                        juma.id(),
                        null,
                        details -> new EmployeeDetails("Other", null, details.phone(), "packer", null)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theLastOwnerStays() {
        EmployeeView owner = hired(shop, SHOPKEEPER, "Njeri", "owner");

        Caller njeri = now(shop, owner);
        conflicts(() -> employees.remove(njeri, owner.id(), null));
        conflicts(() -> employees.change(njeri, owner.id(), null, details -> withRole(details, "manager")));
        conflicts(() -> shop.get(SuspendEmployee.class).suspend(njeri, owner.id(), null));
        conflicts(() -> shop.get(DeleteAccount.class).delete(njeri));
        conflicts(() -> roles.change(SHOPKEEPER, "owner", null, role -> new RoleDetails("owner", List.of())));
        assertThat(now(shop, owner).permissions()).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void oneOfTwoOwnersStaysWhoRemoveEachOtherAtOnce() {
        for (int round = 0; round < 5; round++) {
            EmployeeView one = hired(shop, SHOPKEEPER, "Njeri", "owner");
            EmployeeView other = hired(shop, SHOPKEEPER, "Wanjiru", "owner");
            shop.sql()
                    .sql("delete from employee where id not in (?, ?)")
                    .params(one.id().value(), other.id().value())
                    .update();

            List<Boolean> removed = Together.run(List.of(removal(one, other), removal(other, one)));

            assertThat(removed).containsOnlyOnce(true);
            assertThat(shop.get(EmployeeStore.class).hasOwner()).isTrue();
        }
    }

    private Callable<Boolean> removal(EmployeeView by, EmployeeView of) {
        Caller caller = now(shop, by);
        return () -> {
            try {
                employees.remove(caller, of.id(), null);
                return true;
            } catch (Conflict | PermissionDenied lastOwnerOrNoneAnyMore) {
                return false;
            }
        };
    }

    @Test
    void anOwnerHandsTheShopOver() {
        EmployeeView owner = hired(shop, SHOPKEEPER, "Njeri", "owner");
        EmployeeView heir = hired(shop, SHOPKEEPER, "Wanjiru", "cashier");
        HandOver handOver = shop.get(HandOver.class);

        assertThatThrownBy(() -> handOver.to(now(shop, heir), heir.id())).isInstanceOf(PermissionDenied.class);
        conflicts(() -> handOver.to(now(shop, owner), owner.id()));
        handOver.to(now(shop, owner), heir.id());

        assertThat(now(shop, heir).permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(now(shop, owner).may(Permission.SETTINGS_MANAGE)).isFalse();
        assertThat(employees.get(SHOPKEEPER, owner.id()).role()).isEqualTo("manager");
        assertThat(shop.sql()
                        .sql("select count(*) from audit_event where event = 'owner-changed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aRoleThatSomebodyHasStays() {
        hired(shop, SHOPKEEPER, "Juma", "packer");

        conflicts(() -> roles.remove(SHOPKEEPER, "packer", null));
        roles.remove(SHOPKEEPER, "cashier", null);
        assertThat(roles.list(SHOPKEEPER, new PageRequest(20, null)).items())
                .extracting(Role::name)
                .containsExactly("manager", "owner", "packer");
    }

    private static void refusedFor(Permission permission, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        PermissionDenied.class,
                        denied -> assertThat(denied.permission()).isEqualTo(permission));
    }

    private static void conflicts(ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOf(Conflict.class);
    }
}
