package io.agizo.staff;

import static io.agizo.staff.AccountFixtures.invited;
import static io.agizo.staff.AccountFixtures.lastToken;
import static io.agizo.staff.AccountFixtures.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.ForeignIdentity;
import io.agizo.accounts.LinkedPeople;
import io.agizo.accounts.OpenAccount;
import io.agizo.accounts.ProvedContacts;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.leaving.DeleteAccount;
import io.agizo.shared.Conflict;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An invitation is for the number that it was texted to, and opens no account that somebody has. */
class MovedInvitationsModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();

    private final DataSource database = TestDatabase.fresh();

    @AutoClose
    private final ModuleContext shop = AccountFixtures.shop(database);

    private final InviteEmployee invite = shop.get(InviteEmployee.class);
    private final AcceptInvitation accept = shop.get(AcceptInvitation.class);
    private final Employees employees = shop.get(Employees.class);

    @Test
    void isVoidOnceTheNumberChangesAndTheNewNumberIsTextedAnother() {
        EmployeeView juma = invite.invite(SHOPKEEPER, invited("Juma", "packer", null));
        String old = lastToken(shop);
        PhoneNumber next = phone();

        employees.change(SHOPKEEPER, juma.id(), null, details -> withPhone(details, next));

        assertThat(accept.look(old)).isEmpty();
        assertThatThrownBy(() -> accept.accept(old, null, "en")).isInstanceOf(NotFound.class);
        assertThat(lastToken(shop)).isNotEqualTo(old);
        assertThat(phoneOfLastText()).isEqualTo(next.e164());
        assertThat(waitingTexts()).as("the old text is not sent any more").isEqualTo(1);
        assertThat(accept.accept(lastToken(shop), null, "en").phone()).isEqualTo(next);
    }

    @Test
    void staysGoodWhenOnlyTheNameOrTheAddressIsCorrected() {
        EmployeeView juma = invite.invite(SHOPKEEPER, invited("Jma", "packer", null));
        String token = lastToken(shop);

        employees.change(
                SHOPKEEPER,
                juma.id(),
                null,
                details -> new EmployeeDetails(
                        "Juma", "juma@example.com", details.phone(), details.role(), details.permissions()));

        assertThat(lastToken(shop)).isEqualTo(token);
        Account account = accept.accept(token, null, "en");
        assertThat(account.name()).isEqualTo("Juma");
        assertThat(account.email()).as("nobody has proved it").isNull();
    }

    @Test
    void opensNoAccountThatSomebodyHasToWhoeverHasNotSignedInToIt() {
        Account shopper = shop.get(OpenAccount.class).open(phone(), "Amina", "en");
        Account another = shop.get(OpenAccount.class).open(phone(), "Baraka", "en");
        invite.invite(SHOPKEEPER, invitedAt(shopper.provedPhone()));
        String token = lastToken(shop);

        assertThatThrownBy(() -> accept.accept(token, null, "en"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Sign in");
        assertThatThrownBy(() -> accept.accept(token, another.id()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Sign in");
        assertThat(accept.accept(token, shopper.id())).isEqualTo(shopper);
    }

    @Test
    void opensNoAccountThatCameToHaveTheNumberAfterTheTextWentOut() {
        PhoneNumber invited = phone();
        invite.invite(SHOPKEEPER, invitedAt(invited));
        String token = lastToken(shop);
        Account shopper = shop.get(OpenAccount.class).open(phone(), "Amina", "en");

        shop.get(ProvedContacts.class).phone(shopper.id(), invited);

        assertThatThrownBy(() -> accept.accept(token, null, "en")).isInstanceOf(Conflict.class);
        assertThat(accept.accept(token, shopper.id()).id()).isEqualTo(shopper.id());
    }

    @Test
    void letsWhoeverSignedInElsewhereAcceptWhileNobodyHasAnAccountOfTheNumber() {
        AccountId linked = shop.get(LinkedPeople.class)
                .signIn(new ForeignIdentity("https://issuer.example", "amina"), "Amina", "en");
        invite.invite(SHOPKEEPER, invited("Amina", "packer", null));

        assertThat(accept.accept(lastToken(shop), linked).id()).isEqualTo(linked);
    }

    @Test
    void isTakenByOneOfTwoTabsAndAnAccountIsOpenedAtMostOnce() {
        for (int round = 0; round < 4; round++) {
            PhoneNumber number = phone();
            invite.invite(SHOPKEEPER, invitedAt(number));
            String first = lastToken(shop);
            invite.invite(SHOPKEEPER, invitedAt(number));
            String second = lastToken(shop);
            try (ModuleContext replica = AccountFixtures.shop(database)) {
                List<Callable<Boolean>> tabs = new ArrayList<>();
                tabs.add(() -> accepted(accept, first));
                tabs.add(() -> accepted(replica.get(AcceptInvitation.class), second));
                tabs.add(() -> accepted(replica.get(AcceptInvitation.class), first));
                tabs.add(() -> {
                    shop.get(OpenAccount.class).open(number, "Amina", "en");
                    return false;
                });

                assertThat(Together.run(tabs).stream().filter(came -> came).count())
                        .isLessThanOrEqualTo(1);
            }
            assertThat(shop.sql()
                            .sql("select count(*) from account where phone = ?")
                            .param(number.e164())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void endsWhenWhoeverHasTheNumberDeletesTheirAccountOrMovesAway() {
        Account leaver = shop.get(OpenAccount.class).open(phone(), "Amina", "en");
        invite.invite(SHOPKEEPER, invitedAt(leaver.provedPhone()));
        String first = lastToken(shop);
        shop.get(DeleteAccount.class)
                .delete(shop.get(People.class).find(leaver.id().value()).orElseThrow());
        Account mover = shop.get(OpenAccount.class).open(phone(), "Baraka", "en");
        invite.invite(SHOPKEEPER, invitedAt(mover.provedPhone()));
        String second = lastToken(shop);
        shop.get(ProvedContacts.class).phone(mover.id(), phone());

        assertThatThrownBy(() -> accept.accept(first, null, "en")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> accept.accept(second, null, "en")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> accept.accept(second, mover.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void doesNotComeBackWithAnEmployeeWhoIsRemovedAndInvitedAgain() {
        PhoneNumber number = phone();
        EmployeeView juma = invite.invite(SHOPKEEPER, invitedAt(number));
        String old = lastToken(shop);
        employees.remove(SHOPKEEPER, juma.id(), null);
        invite.invite(SHOPKEEPER, invitedAt(number));

        assertThatThrownBy(() -> accept.accept(old, null, "en")).isInstanceOf(NotFound.class);
        assertThat(accept.accept(lastToken(shop), null, "en").phone()).isEqualTo(number);
    }

    private static boolean accepted(AcceptInvitation accept, String token) {
        try {
            accept.accept(token, "Amina", "en");
            return true;
        } catch (NotFound | Conflict refused) {
            return false;
        }
    }

    private static EmployeeDetails invitedAt(PhoneNumber phone) {
        return new EmployeeDetails("Mrs Otieno", null, phone.e164(), "cashier", null);
    }

    private static EmployeeDetails withPhone(EmployeeDetails details, PhoneNumber phone) {
        return new EmployeeDetails(
                details.name(), details.email(), phone.e164(), details.role(), details.permissions());
    }

    private String phoneOfLastText() {
        return shop.sql()
                .sql("select phone from message order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private int waitingTexts() {
        return shop.sql()
                .sql("select count(*) from message where body is not null")
                .query(Integer.class)
                .single();
    }
}
