package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.bean;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.lastText;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.memberWithoutPassword;
import static io.agizo.signin.TwoReplicas.setPassword;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.OpenShop;
import io.agizo.RunningShop;
import io.agizo.accounts.AccountDetails;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.PasswordHashes;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.shared.Ids;
import io.agizo.shared.PhoneNumber;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.staff.EmployeeDetails;
import io.agizo.staff.EmployeeView;
import io.agizo.staff.InviteEmployee;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

        assertThat(accept(baraka, link, TwoReplicas.PASSWORD)).isEqualTo(303);

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
                .isEqualTo(303);

        assertThat(visitor.get("/office").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotLetIntoAnAccountThatSomebodyHasBeforeASignInToIt() {
        Member amina = memberWithoutPassword();
        String link = invited(amina.phone());
        Visitor visitor = visitor();

        assertThat(visitor.get(link).body())
                .contains("You have an account here with this number.")
                .doesNotContain("name=\"password\"");
        assertThat(accept(visitor, link, TwoReplicas.PASSWORD)).isEqualTo(409);

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(bean(PasswordHashes.class).find(amina.id())).isEmpty();
        assertThat(permissions(amina)).isEmpty();
        setPassword(amina, TwoReplicas.PASSWORD);
        assertThat(Visitor.isSentToLogin(visitor.get("/account" + link))).isTrue();
        HttpResponse<String> signedIn = visitor.signIn(amina.phone(), TwoReplicas.PASSWORD);
        HttpResponse<String> back = visitor.get(Visitor.location(signedIn).orElseThrow());
        assertThat(Visitor.location(back))
                .hasValueSatisfying(place -> assertThat(place).endsWith(link));
        assertThat(visitor.post("/invitation", "token", token(link)).statusCode())
                .isEqualTo(303);
        assertThat(permissions(amina)).contains(Permission.ORDERS_DECIDE);
    }

    @Test
    void doesNotAcceptForAnotherWhoseNumberItIs() {
        String link = invited(member().phone());
        Member another = member();
        Visitor visitor = visitor();
        visitor.signIn(another.phone(), TwoReplicas.PASSWORD);

        assertThat(visitor.get(link).body()).contains("to the number of another account");
        assertThat(visitor.post("/invitation", "token", token(link)).statusCode())
                .isEqualTo(409);
        assertThat(permissions(another)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void doesNotFollowAChangedNumberIntoAnotherAccount(Door door) {
        Member shopper = member();
        Member manager = manager();
        String own = freshPhone();
        EmployeeView invited = bean(InviteEmployee.class)
                .invite(caller(manager), new EmployeeDetails("Baraka", null, own, "cashier", null));
        String old = lastText(own, LINK);

        door.changesPhone(manager, invited.id().toString(), shopper.phone());

        String next = lastText(shopper.phone(), LINK);
        assertThat(next).isNotEqualTo(old);
        Visitor attacker = visitor();
        assertThat(attacker.get(old).statusCode()).isEqualTo(404);
        assertThat(attacker.get(old).body()).contains("Ask the shop for a new one.");
        assertThat(accept(attacker, old, "nyumba tano za Kisumu")).isEqualTo(404);
        assertThat(accept(attacker, next, "nyumba tano za Kisumu")).isEqualTo(409);
        assertThat(attacker.isSignedIn()).isFalse();
    }

    /** Where the number of somebody who is invited can be changed. */
    enum Door {
        REST {
            @Override
            void changesPhone(Member manager, String employee, String phone) {
                String body = "{\"phone\":\"" + phone + "\"}";
                assertThat(api(manager, "PATCH", "/api/v1/employees/" + employee, body)
                                .statusCode())
                        .isEqualTo(200);
            }
        },
        GRAPHQL {
            @Override
            void changesPhone(Member manager, String employee, String phone) {
                String mutation =
                        "mutation ($id: String!, $phone: String) { updateEmployee(id: $id, input: {phone: $phone}) { __typename } }";
                String operation = OpenShop.operation(mutation, "id", employee, "phone", phone);
                assertThat(api(manager, "POST", "/graphql", operation).body()).contains("EmployeeUpdated");
            }
        },
        OFFICE {
            @Override
            void changesPhone(Member manager, String employee, String phone) {
                Visitor office = visitor().with("Accept", "text/html");
                office.signIn(manager.phone(), TwoReplicas.PASSWORD);
                String page = "/office/employees/" + employee;
                office.post(page, "name", "Baraka", "phone", phone, "role", "cashier");
                assertThat(office.get(page).body()).contains("Baraka is invited. The text is on its way.");
            }
        };

        abstract void changesPhone(Member manager, String employee, String phone);

        private static HttpResponse<String> api(Member person, String method, String path, String json) {
            RunningShop shop = TwoReplicas.shop();
            return shop.send(HttpRequest.newBuilder(shop.uri(path))
                    .header("Authorization", "Bearer " + TwoReplicas.token(person))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json)));
        }
    }

    private static Member manager() {
        Member manager = member();
        sql().sql("""
                        insert into employee (id, account_id, role, permissions, state, version, created_at)
                        values (?, ?, 'manager', '{}', 'active', 1, now())
                        """).params(Ids.next(), manager.id().value()).update();
        return manager;
    }

    private static Caller caller(Member person) {
        return bean(People.class).find(person.id().value()).orElseThrow();
    }

    private static Set<Permission> permissions(Member person) {
        return caller(person).permissions();
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
        bean(InviteEmployee.class).invite(Callers.demo(), new EmployeeDetails("Baraka", null, phone, "cashier", null));
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
