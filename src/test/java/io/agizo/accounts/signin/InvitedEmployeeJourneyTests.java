package io.agizo.accounts.signin;

import static io.agizo.accounts.signin.TwoReplicas.bean;
import static io.agizo.accounts.signin.TwoReplicas.freshPhone;
import static io.agizo.accounts.signin.TwoReplicas.lastText;
import static io.agizo.accounts.signin.TwoReplicas.member;
import static io.agizo.accounts.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.accounts.AccountDetails;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.EmployeeDetails;
import io.agizo.accounts.InviteEmployee;
import io.agizo.accounts.signin.TwoReplicas.Member;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.shared.PhoneNumber;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody who is invited to work here, and the page that the text leads them to. */
class InvitedEmployeeJourneyTests {

    private static final String LINK = "(?s).*http://localhost:8080(/invitation\\?token=\\S+).*";

    @Test
    void comesInByTheLinkOfTheTextOnce() {
        String phone = freshPhone();
        String link = invited(phone);
        Visitor baraka = visitor();
        assertThat(baraka.get(link).body()).contains("Hello Baraka!", "Accept and reject orders");
        assertThat(accept(baraka, link, "password1234")).isEqualTo(422);

        assertThat(accept(baraka, link, TwoReplicas.PASSWORD)).isEqualTo(302);

        assertThat(baraka.get("/office").statusCode()).isEqualTo(200);
        UUID account = bean(Accounts.class)
                .byPhone(new PhoneNumber(phone))
                .orElseThrow()
                .id()
                .value();
        assertThat(bean(People.class).find(account).orElseThrow().permissions())
                .contains(Permission.ORDERS_DECIDE)
                .doesNotContain(Permission.EMPLOYEES_MANAGE);
        assertThat(visitor().get(link).statusCode()).isEqualTo(404);
        assertThat(accept(visitor(), link, TwoReplicas.PASSWORD)).isEqualTo(404);
        Visitor later = visitor();
        later.signIn(phone, TwoReplicas.PASSWORD);
        assertThat(later.isSignedIn()).isTrue();
    }

    @Test
    void acceptsWithTheAccountTheyAreSignedInTo() {
        Member amina = member();
        String link = invited(amina.phone());
        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), TwoReplicas.PASSWORD);

        assertThat(visitor.get(link).body()).doesNotContain("name=\"password\"");
        assertThat(visitor.post("/invitation", "token", token(link)).statusCode())
                .isEqualTo(302);

        assertThat(visitor.get("/office").statusCode()).isEqualTo(200);
    }

    @Test
    void readsTheirOwnLanguage() {
        Member amina = member();
        bean(Accounts.class)
                .change(
                        bean(People.class).find(amina.id().value()).orElseThrow(),
                        null,
                        present -> new AccountDetails(present.name(), "sw"));

        invited(amina.phone());

        assertThat(lastText(amina.phone(), "(?s)(.*invitation.*)")).contains("inakualika kufanya kazi nasi");
    }

    private static String invited(String phone) {
        bean(InviteEmployee.class)
                .invite(Callers.shopkeeper(), new EmployeeDetails("Baraka", null, phone, "cashier", null));
        return lastText(phone, LINK);
    }

    private static int accept(Visitor visitor, String link, String password) {
        return visitor.post("/invitation", "token", token(link), "name", "Baraka", "password", password)
                .statusCode();
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }
}
