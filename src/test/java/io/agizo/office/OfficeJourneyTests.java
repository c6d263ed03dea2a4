package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static io.agizo.signin.TwoReplicas.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.RunningShop;
import io.agizo.identity.Permission;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeJourneyTests {

    private static final String EMPLOYEES = "/office/employees";
    private static final String ROLES = EMPLOYEES + "/roles";
    private static final String NEW_ROLE = EMPLOYEES + "/new-role";
    private static final String CLIENTS = "/office/settings/clients";

    private final Visitor owner = hired("owner").signedIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office",
                EMPLOYEES,
                EMPLOYEES + "/new",
                ROLES,
                NEW_ROLE,
                ROLES + "/packer",
                CLIENTS,
                CLIENTS + "/new",
                CLIENTS + "/demo-api"
            })
    void sendsWhoeverIsNotSignedInToSignIn(String page) {
        assertThat(Visitor.isSentToLogin(TwoReplicas.visitor().get(page))).isTrue();
        assertThat(owner.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        EMPLOYEES + ", employees:manage",
        EMPLOYEES + "/new, employees:manage",
        EMPLOYEES + "/019ab9c2-1c80-7000-8000-000000000003, employees:manage",
        CLIENTS + ", clients:manage",
        CLIENTS + "/new, clients:manage",
        CLIENTS + "/demo-api, clients:manage"
    })
    void deniesWhatACashierMayNotDoAndNotesIt(String page, String permission) {
        Colleague cashier = hired("cashier");
        Visitor visitor = cashier.signedIn();

        HttpResponse<String> denied = visitor.get(page);

        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("<html", permission);
        await().untilAsserted(() -> assertThat(deniedTo(cashier)).contains(permission));
        assertThat(visitor.post(page, "name", "Juma", "phone", "0711000003").statusCode())
                .isIn(403, 405);
    }

    @Test
    void showsNobodyAWayToWhatTheyMayNotDo() {
        assertThat(owner.get("/office").body()).contains(EMPLOYEES, CLIENTS);
        assertThat(hired("cashier").signedIn().get("/office").body()).doesNotContain(EMPLOYEES, CLIENTS);
        assertThat(hired("manager").signedIn().get(hired("owner").page()).body())
                .doesNotContain("/remove", "<select");
        assertThat(hired("manager").signedIn().get(EMPLOYEES + "/new").body())
                .contains("role-cashier")
                .doesNotContain("role-owner");
    }

    @Test
    void showsNoWayToMakeOrUnmakeAnOwnerToWhoeverIsNone() {
        Colleague almighty = hired("cashier");
        String[] everything = Stream.of(Permission.values())
                .flatMap(permission -> Stream.of("permission", permission.scope()))
                .toArray(String[]::new);
        owner.post(
                almighty.page(),
                Stream.concat(Stream.of("role", ""), Stream.of(everything)).toArray(String[]::new));
        Visitor visitor = almighty.signedIn();
        Colleague anotherOwner = hired("owner");

        assertThat(visitor.get(almighty.page()).body()).contains("role-manager").doesNotContain("role-owner");
        assertThat(visitor.get(anotherOwner.page()).body())
                .contains("only an owner can change this")
                .doesNotContain("/suspend", "/remove", "/hand-over");
        assertThat(visitor.post(almighty.page(), "role", "owner").statusCode()).isEqualTo(403);
        assertThat(visitor.post(anotherOwner.page(), "role", "packer").statusCode())
                .isEqualTo(403);
        for (String step : List.of("/suspend", "/resume", "/remove")) {
            assertThat(visitor.post(anotherOwner.page() + step).statusCode()).isEqualTo(403);
        }
        assertThat(visitor.post(hired("packer").page() + "/hand-over").statusCode())
                .isEqualTo(403);
        assertThat(owner.get(almighty.page()).body()).contains("role-owner");
        owner.post(almighty.page(), "role", "owner");
        assertThat(visitor.get(almighty.page()).body()).containsPattern("value=\"owner\"[^>]* checked");
    }

    @Test
    void invitesAndTellsSo() {
        String phone = TwoReplicas.freshPhone();

        HttpResponse<String> invited =
                owner.post(EMPLOYEES + "/new", "name", "Juma Mwangi", "phone", phone, "role", "cashier");

        assertThat(Visitor.location(invited)).hasValue(EMPLOYEES);
        assertThat(owner.get(EMPLOYEES).body()).contains("Juma Mwangi is invited.", phone);
        assertThat(texts(phone)).isEqualTo(1);
        assertThat(Visitor.location(owner.post(pageOf(phone) + "/invitation"))).hasValue(pageOf(phone));
        assertThat(texts(phone)).isEqualTo(2);
        owner.post(pageOf(phone), "name", "Juma K", "phone", phone, "role", "", "permission", "orders:read");
        assertThat(sql().sql("select permissions::text from employee where name = 'Juma K' and role is null")
                        .query(String.class)
                        .list())
                .containsExactly("{orders:read}");
    }

    @Test
    void keepsWhatWasTypedIntoARefusedForm() {
        HttpResponse<String> refused = owner.post(
                EMPLOYEES + "/new", "name", "Juma <Mwangi>", "phone", "12", "role", "", "permission", "orders:edit");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"Juma &lt;Mwangi>\"", "phone-fault")
                .containsPattern("value=\"orders:edit\"[^>]* checked");
    }

    @Test
    void changesWhatAnEmployeeMayDoFromTheirVeryNextRequestOn() {
        Colleague manager = hired("manager");
        Visitor visitor = manager.signedIn();
        assertThat(visitor.get(EMPLOYEES).statusCode()).isEqualTo(200);

        assertThat(Visitor.location(owner.post(manager.page(), "version", "1", "role", "packer")))
                .hasValue(manager.page());
        assertThat(visitor.get(EMPLOYEES).statusCode()).isEqualTo(403);

        HttpResponse<String> late = owner.post(manager.page(), "version", "1", "role", "manager");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("Somebody else changed this");
        owner.post(manager.page(), "version", "2", "role", "", "permission", "employees:manage");
        assertThat(visitor.get(EMPLOYEES).statusCode()).isEqualTo(200);
        owner.post(manager.page() + "/suspend");
        assertThat(visitor.get(EMPLOYEES).statusCode()).isEqualTo(403);
        owner.post(manager.page() + "/resume");
        assertThat(visitor.get(EMPLOYEES).statusCode()).isEqualTo(200);
        assertThat(owner.get(manager.page() + "/remove").body()).contains("action=\"" + manager.page() + "/remove\"");
        assertThat(Visitor.location(owner.post(manager.page() + "/remove"))).hasValue(EMPLOYEES);
        assertThat(visitor.get(EMPLOYEES).statusCode()).isEqualTo(403);
        assertThat(owner.get(manager.page()).statusCode()).isEqualTo(404);
    }

    @Test
    void addsChangesAndRemovesARole() {
        String rider = "rider-" + TwoReplicas.freshPhone().substring(5);
        assertThat(owner.get(EMPLOYEES).body()).contains(ROLES);
        assertThat(owner.get(ROLES).body()).contains("Cashier", "Hand orders over, and take goods back");

        assertThat(Visitor.location(owner.post(NEW_ROLE, "name", rider, "permission", "orders:read")))
                .hasValue(ROLES);
        assertThat(owner.get(ROLES).body()).contains("The role " + rider + " is there.");
        assertThat(Visitor.location(owner.post(ROLES + "/" + rider, "version", "1", "permission", "orders:fulfil")))
                .hasValue(ROLES + "/" + rider);
        assertThat(owner.get(ROLES + "/" + rider).body()).containsPattern("value=\"orders:fulfil\"[^>]* checked");
        assertThat(owner.post(ROLES + "/" + rider, "version", "1").statusCode()).isEqualTo(412);

        assertThat(owner.get(ROLES + "/" + rider + "/remove").body()).contains("Remove the role " + rider + "?");
        assertThat(Visitor.location(owner.post(ROLES + "/" + rider + "/remove")))
                .hasValue(ROLES);
        assertThat(owner.get(ROLES + "/" + rider).statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhyARoleStaysAsItIs() {
        hired("packer");
        HttpResponse<String> taken = owner.post(NEW_ROLE, "name", "packer", "permission", "orders:edit");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body())
                .contains("There is a role of that name already.", "value=\"packer\"")
                .containsPattern("value=\"orders:edit\"[^>]* checked");
        HttpResponse<String> misnamed = owner.post(NEW_ROLE, "name", "Big Boss");
        assertThat(misnamed.statusCode()).isEqualTo(422);
        assertThat(misnamed.body()).contains("This must be 1 to 40 small letters");
        HttpResponse<String> inUse = owner.post(ROLES + "/packer/remove");
        assertThat(inUse.statusCode()).isEqualTo(409);
        assertThat(inUse.body()).contains("Somebody has this role.");
        HttpResponse<String> ofTheOwner = owner.post(ROLES + "/owner", "version", "1");
        assertThat(ofTheOwner.statusCode()).isEqualTo(409);
        assertThat(ofTheOwner.body()).contains("The owner may do everything.");
    }

    @Test
    void letsNobodyGiveARoleWhatTheyDoNotHold() {
        Visitor manager = hired("manager").signedIn();

        assertThat(manager.get(ROLES + "/owner").body()).doesNotContain("<button class=\"main\"");
        assertThat(manager.post(NEW_ROLE, "name", "sneak", "permission", "clients:manage")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.get(ROLES + "/sneak").statusCode()).isEqualTo(404);
    }

    @Test
    void handsTheShopOver() {
        Colleague next = hired("cashier");
        assertThat(owner.get(next.page()).body()).contains(next.page() + "/hand-over");

        assertThat(Visitor.location(owner.post(next.page() + "/hand-over"))).hasValue("/office");

        assertThat(next.signedIn().get(CLIENTS).statusCode()).isEqualTo(200);
        assertThat(owner.get(CLIENTS).statusCode()).isEqualTo(403);
        assertThat(owner.get(hired("packer").page()).body()).doesNotContain("/hand-over");
        assertThat(owner.post(hired("packer").page() + "/hand-over").statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysOnThePageWhyAStepCannotBeTaken() {
        Colleague cashier = hired("cashier");

        HttpResponse<String> refused = owner.post(cashier.page() + "/invitation");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("They have accepted already.");
    }

    private static List<String> deniedTo(Colleague colleague) {
        RunningShop shop = TwoReplicas.shop();
        String path = "/api/v1/audit?event=denied&actor=" + colleague.member().id();
        return RunningShop.json(shop.get(path, shop.demoToken("employees:manage")))
                .path("items")
                .valueStream()
                .map(entry -> entry.at("/detail/permission").asString())
                .toList();
    }

    private static String pageOf(String phone) {
        return EMPLOYEES + "/"
                + sql().sql("select id::text from employee where phone = ?")
                        .param(phone)
                        .query(String.class)
                        .single();
    }

    private static int texts(String phone) {
        return sql().sql("select count(*)::int from message where phone = ?")
                .param(phone)
                .query(Integer.class)
                .single();
    }
}
