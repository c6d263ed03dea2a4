package io.agizo.staff;

import static io.agizo.staff.AccountFixtures.invited;
import static io.agizo.staff.AccountFixtures.lastToken;
import static io.agizo.staff.AccountFixtures.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.OpenAccount;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** People who are invited to work here. */
class InvitingEmployeesModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();

    @AutoClose
    private final ModuleContext shop = AccountFixtures.shop(TestDatabase.fresh());

    private final InviteEmployee invite = shop.get(InviteEmployee.class);
    private final AcceptInvitation accept = shop.get(AcceptInvitation.class);
    private final Employees employees = shop.get(Employees.class);

    @Test
    void mayDoNothingUntilTheyAcceptAndThenWhatTheirRoleSays() {
        EmployeeView juma = invite.invite(SHOPKEEPER, invited("Juma", "packer", null));

        assertThat(juma.state()).isEqualTo(EmployeeState.INVITED);
        assertThat(juma.account()).isNull();
        assertThat(accept.look(lastToken(shop)))
                .contains(new Invitation("Juma", Objects.requireNonNull(juma.phone()), juma.permissions(), null));

        Account account = accept.accept(lastToken(shop), null, "sw");

        assertThat(account.name()).isEqualTo("Juma");
        assertThat(account.phone()).isEqualTo(juma.phone());
        assertThat(account.customer()).isNull();
        assertThat(employees.get(SHOPKEEPER, juma.id()).state()).isEqualTo(EmployeeState.ACTIVE);
        assertThat(now(shop, juma).permissions())
                .containsExactlyInAnyOrder(Permission.ORDERS_READ, Permission.ORDERS_FULFIL, Permission.STOCK_WRITE);
    }

    @Test
    void keepTheAccountThatTheyShopWith() {
        PhoneNumber phone = AccountFixtures.phone();
        Account shopper = shop.get(OpenAccount.class).open(phone, "Amina", "en");
        invite.invite(SHOPKEEPER, new EmployeeDetails("Mrs Otieno", null, phone.e164(), "cashier", null));

        Account accepted = accept.accept(lastToken(shop), shopper.id());

        assertThat(accepted).isEqualTo(shopper);
        assertThat(employees.list(SHOPKEEPER, new PageRequest(20, null)).items())
                .singleElement()
                .extracting(EmployeeView::name)
                .isEqualTo("Amina");
    }

    @Test
    void comeInOnceByOneLinkHoweverManyPressAtOnce() {
        invite.invite(SHOPKEEPER, invited("Juma", "packer", null));
        String token = lastToken(shop);

        List<Boolean> came = Together.run(6, () -> {
            try {
                accept.accept(token, null, "en");
                return true;
            } catch (NotFound used) {
                return false;
            }
        });

        assertThat(came).containsOnlyOnce(true);
        assertThat(accept.look(token)).isEmpty();
    }

    @Test
    void areNotLetInByALinkThatIsOldWasReplacedOrTakenBack() {
        EmployeeView juma = invite.invite(SHOPKEEPER, invited("Juma", "packer", null));
        String first = lastToken(shop);
        invite.again(SHOPKEEPER, juma.id());
        String second = lastToken(shop);

        assertThatThrownBy(() -> accept.accept(first, null, "en")).isInstanceOf(NotFound.class);
        shop.sql().sql("update invitation set expires_at = now()").update();
        assertThatThrownBy(() -> accept.accept(second, null, "en")).isInstanceOf(NotFound.class);

        invite.again(SHOPKEEPER, juma.id());
        String third = lastToken(shop);
        employees.remove(SHOPKEEPER, juma.id(), null);
        assertThatThrownBy(() -> accept.accept(third, null, "en")).isInstanceOf(NotFound.class);
    }

    @Test
    void workHereOnceEvenIfInvitedTwice() {
        EmployeeView juma = AccountFixtures.hired(shop, SHOPKEEPER, "Juma", "packer");
        invite.invite(
                SHOPKEEPER,
                new EmployeeDetails(
                        "Juma", null, juma.phone() == null ? null : juma.phone().e164(), "manager", null));

        AccountId known =
                Objects.requireNonNull(employees.get(SHOPKEEPER, juma.id()).account());
        assertThatThrownBy(() -> accept.accept(lastToken(shop), known))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("work here already");
        assertThat(now(shop, juma).may(Permission.EMPLOYEES_MANAGE)).isFalse();
        assertThat(accept.look(lastToken(shop))).isPresent();
    }

    @Test
    void areNotNamedInAnyListOfTexts() {
        invite.invite(SHOPKEEPER, invited("Juma", "packer", null));

        assertThat(shop.sql()
                        .sql("select secret_until is not null and order_id is null from message")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(shop.sql()
                        .sql("select count(*) from invitation where token_hash = ?")
                        .param(lastToken(shop))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void areInvitedWithAnInputThatCanBeUnderstood() {
        assertThatThrownBy(() -> invite.invite(
                        SHOPKEEPER, new EmployeeDetails("Juma", null, "0711", null, List.of("orders:read"))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> invite.invite(SHOPKEEPER, invited("Juma", null, List.of("orders:rule"))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .extracting(InvalidInput.Fault::pointer)
                                .containsExactly("/permissions/0"));
        assertThatThrownBy(() -> invite.invite(SHOPKEEPER, invited("Juma", "packer", List.of("orders:read"))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> invite.invite(SHOPKEEPER, invited("Juma", "captain", null)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> invite.invite(SHOPKEEPER, invited("Juma", "owner", null)))
                .isInstanceOf(InvalidInput.class);
    }
}
