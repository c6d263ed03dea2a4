package io.agizo.staff;

import static io.agizo.staff.AccountFixtures.hired;
import static io.agizo.staff.AccountFixtures.invited;
import static io.agizo.staff.AccountFixtures.lastToken;
import static io.agizo.staff.AccountFixtures.now;
import static io.agizo.staff.AccountFixtures.withPermissions;
import static io.agizo.staff.AccountFixtures.withRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.ForeignIdentity;
import io.agizo.accounts.LinkedPeople;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.leaving.DeleteAccount;
import io.agizo.shared.NotFound;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invitation is as good as whoever sent it, at the moment at which it is accepted. */
class SendersOfInvitationsModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();

    @AutoClose
    private final ModuleContext shop = AccountFixtures.shop(TestDatabase.fresh());

    private final InviteEmployee invite = shop.get(InviteEmployee.class);
    private final AcceptInvitation accept = shop.get(AcceptInvitation.class);
    private final Employees employees = shop.get(Employees.class);
    private final Roles roles = shop.get(Roles.class);
    private final SuspendEmployee suspend = shop.get(SuspendEmployee.class);

    private EmployeeView manager;
    private EmployeeView cashier;
    private String token;

    @BeforeEach
    void aManagerInvitesACashier() {
        manager = hired(shop, SHOPKEEPER, "Wanjiru", "manager");
        cashier = invite.invite(now(shop, manager), invited("Juma", "cashier", null));
        token = lastToken(shop);
        assertThat(accept.look(token)).isPresent();
    }

    @Test
    void endsWhenTheSenderIsRemoved() {
        employees.remove(SHOPKEEPER, manager.id(), null);

        isNotGoodAnyMore();
        assertThat(employees.get(SHOPKEEPER, cashier.id()).state())
                .as("can be invited again")
                .isEqualTo(EmployeeState.INVITED);
    }

    @Test
    void endsForGoodWhenTheSenderIsSuspended() {
        suspend.suspend(SHOPKEEPER, manager.id(), null);
        isNotGoodAnyMore();

        suspend.resume(SHOPKEEPER, manager.id(), null);
        isNotGoodAnyMore();
    }

    @Test
    void endsWhenTheSenderDeletesTheirAccount() {
        shop.get(DeleteAccount.class).delete(now(shop, manager));

        isNotGoodAnyMore();
    }

    @Test
    void endsForGoodWhenTheSenderMayInviteNobodyAnyMore() {
        employees.change(SHOPKEEPER, manager.id(), null, details -> withRole(details, "cashier"));
        isNotGoodAnyMore();

        employees.change(SHOPKEEPER, manager.id(), null, details -> withRole(details, "manager"));
        isNotGoodAnyMore();
    }

    @Test
    void endsForGoodWhenTheSendersRoleMayInviteNobodyAnyMore() {
        List<String> before = roles.get(SHOPKEEPER, "manager").permissions();
        roles.change(SHOPKEEPER, "manager", null, role -> new RoleDetails("manager", List.of("orders:read")));
        isNotGoodAnyMore();

        roles.change(SHOPKEEPER, "manager", null, role -> new RoleDetails("manager", before));
        isNotGoodAnyMore();
    }

    @Test
    void grantsNothingThatTheSenderNoLongerHolds() {
        employees.change(SHOPKEEPER, manager.id(), null, details -> withPermissions(details, "employees:manage"));

        isNotGoodAnyMore();
    }

    @Test
    void grantsNothingThatWasAddedToTheRoleAndTheSenderDoesNotHold() {
        roles.change(SHOPKEEPER, "cashier", null, role -> new RoleDetails("cashier", List.of("clients:manage")));

        isNotGoodAnyMore();
    }

    @Test
    void staysGoodWhileTheSenderHoldsWhatItGrants() {
        roles.change(SHOPKEEPER, "cashier", null, role -> new RoleDetails("cashier", List.of("orders:read")));
        employees.change(
                SHOPKEEPER, manager.id(), null, details -> withPermissions(details, "employees:manage", "orders:read"));

        accept.accept(token, null, "en");

        assertThat(now(shop, cashier).permissions()).containsExactly(Permission.ORDERS_READ);
        employees.remove(SHOPKEEPER, manager.id(), null);
        assertThat(now(shop, cashier).permissions())
                .as("what was accepted stays")
                .containsExactly(Permission.ORDERS_READ);
    }

    @Test
    void isTakenOnByWhoeverSendsItAgainOrChangesWhatItGrants() {
        employees.change(SHOPKEEPER, cashier.id(), null, details -> withRole(details, "packer"));
        employees.remove(SHOPKEEPER, manager.id(), null);
        assertThat(accept.look(token)).isPresent();

        EmployeeView other = hired(shop, SHOPKEEPER, "Otieno", "manager");
        EmployeeView third = invite.invite(now(shop, other), invited("Halima", "packer", null));
        invite.again(SHOPKEEPER, third.id());
        employees.remove(SHOPKEEPER, other.id(), null);
        assertThat(accept.look(lastToken(shop))).isPresent();
    }

    @Test
    void endsWithTheProgramThatSentItOrWithWhatThatMayDo() {
        Caller program = new Caller(
                "rota", "Rota", Set.of(Permission.EMPLOYEES_MANAGE, Permission.ORDERS_READ, Permission.ORDERS_FULFIL));
        AccountFixtures.program(shop, program);
        invite.invite(program, invited("Halima", null, List.of("orders:fulfil")));
        token = lastToken(shop);
        assertThat(accept.look(token)).isPresent();

        shop.sql()
                .sql("update api_client set scopes = '{employees:manage,orders:read}' where id = 'rota'")
                .update();
        isNotGoodAnyMore();

        shop.sql()
                .sql("update api_client set scopes = '{employees:manage,orders:fulfil}' where id = 'rota'")
                .update();
        assertThat(accept.look(token)).isPresent();
        shop.sql().sql("delete from api_client where id = 'rota'").update();
        isNotGoodAnyMore();
    }

    @Test
    void endsWhenAnotherIssuerTakesTheSendersPermissionsBack() {
        ForeignIdentity identity = new ForeignIdentity("https://issuer.example", "wanjiru");
        LinkedPeople people = shop.get(LinkedPeople.class);
        AccountId account = people.signIn(identity, "Wanjiru", "en");
        shop.sql().sql("""
                        update linked_identity
                           set permissions = '{employees:manage,orders:read}', permissions_until = now() + interval '1 hour'
                        """).update();
        Caller sender = shop.get(People.class).find(account.value()).orElseThrow();
        invite.invite(sender, invited("Halima", null, List.of("orders:read")));
        token = lastToken(shop);
        assertThat(accept.look(token)).isPresent();

        shop.sql().sql("update linked_identity set permissions_until = now()").update();

        isNotGoodAnyMore();
    }

    private void isNotGoodAnyMore() {
        assertThat(accept.look(token)).isEmpty();
        assertThatThrownBy(() -> accept.accept(token, null, "en"))
                .isInstanceOf(NotFound.class)
                .hasMessage("This link is not good any more. Ask for a new one.");
    }
}
