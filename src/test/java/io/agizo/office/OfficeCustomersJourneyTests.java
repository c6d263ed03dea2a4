package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Ids;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeCustomersJourneyTests {

    private static final String CUSTOMERS = "/office/customers";

    private final Visitor cashier = hired("cashier").signedIn();
    private final String code = "C" + Ids.next();

    @Test
    void recordsACustomerAndFindsThemAgainDespiteASlip() {
        HttpResponse<String> added = add("Ng’ang’a Mũthigu " + code, "");

        assertThat(Visitor.location(added))
                .hasValueSatisfying(there -> assertThat(there).endsWith(CUSTOMERS + "/" + code));
        assertThat(cashier.get(CUSTOMERS + "/" + code).body()).contains("Ng’ang’a Mũthigu", "is a customer now");
        assertThat(cashier.get(CUSTOMERS + "?q=nganga+muthigo+" + code).body()).contains(code);
        assertThat(cashier.get(CUSTOMERS + "?q=nobody-of-this-name").body()).contains("Nobody found");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrongWithIt() {
        HttpResponse<String> refused = add("Amina", "0711OOOOO1");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"0711OOOOO1\"", "value=\"Amina\"", "id=\"phone-fault\"");
    }

    @Test
    void tellsThatACodeIsTaken() {
        add("Amina", "");

        HttpResponse<String> second = add("Otieno", "");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("id=\"code-fault\"", "value=\"Otieno\"");
    }

    @Test
    void refusesWhatWasTypedOverSomebodyElsesChange() {
        add("Amina", "");
        change("1", "Amina Otieno");

        HttpResponse<String> stale = change("1", "Amina Wanjiru");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("value=\"Amina Wanjiru\"", "changed this in the meantime");
        assertThat(cashier.get(CUSTOMERS + "/" + code).body()).contains("Amina Otieno");
    }

    @Test
    void saysWhatErasingDoesBeforeItDoesIt() {
        add("Amina " + code, "");

        assertThat(cashier.get(CUSTOMERS + "/" + code + "/erase").body()).contains("Erase Amina", "Their orders stay");
        assertThat(cashier.post(CUSTOMERS + "/" + code + "/erase").statusCode()).isEqualTo(303);
        assertThat(cashier.get(CUSTOMERS + "/" + code).statusCode()).isEqualTo(404);
        assertThat(cashier.get(CUSTOMERS + "?q=" + code).body()).contains("Nobody found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\u202eמחר", "🛒🛒🛒"})
    void showsAnyNameAsItsWords(String name) {
        add(name, "");

        assertThat(cashier.get(CUSTOMERS + "/" + code).body())
                .contains(name.replace("<", "&lt;").replace(">", "&gt;"))
                .doesNotContain("<script>alert");
    }

    @Test
    void answersANonsenseAddressWithTheList() {
        HttpResponse<String> nonsense = cashier.get(CUSTOMERS + "?q=" + "x".repeat(4_000));

        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(nonsense.body()).contains("<h1>Customers</h1>", "class=\"faults\"");
        assertThat(cashier.get(CUSTOMERS + "/no%20code").statusCode()).isEqualTo(404);
    }

    @Test
    void showsAPackerNoCustomers() {
        Visitor packer = hired("packer").signedIn();

        assertThat(packer.get(CUSTOMERS).statusCode()).isEqualTo(403);
        assertThat(packer.get("/office").body()).doesNotContain(CUSTOMERS);
    }

    private HttpResponse<String> add(String name, String phone) {
        return cashier.post(CUSTOMERS + "/new", "code", code, "name", name, "phone", phone, "locale", "en");
    }

    private HttpResponse<String> change(String version, String name) {
        return cashier.post(
                CUSTOMERS + "/" + code, "version", version, "code", code, "name", name, "phone", "", "locale", "en");
    }
}
