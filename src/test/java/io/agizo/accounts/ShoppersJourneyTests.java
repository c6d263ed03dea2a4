package io.agizo.accounts;

import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.People;
import io.agizo.leaving.DeleteAccount;
import io.agizo.shared.PhoneNumber;
import io.agizo.staff.AccountFixtures;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shoppers with a token of their own, at the doors of the API. */
class ShoppersJourneyTests {

    private static final OpenShop PROGRAM = OpenShop.as();

    private static final PhoneNumber AMINAS = AccountFixtures.phone();
    private static final PhoneNumber BARAKAS = AccountFixtures.phone();
    private static final OpenShop AMINA =
            OpenShop.as(account(AMINAS, "Amina").id().value());

    private static Account account(PhoneNumber phone, String name) {
        return OpenShop.bean(OpenAccount.class).open(phone, name, "en");
    }

    private static String ordered(PhoneNumber phone) {
        return json(PROGRAM.post(
                        "/api/v1/orders",
                        "{\"customer\":{\"name\":\"B\",\"phone\":\"%s\"},\"item\":\"Cake\",\"amount\":\"5\"}"
                                .formatted(phone)))
                .path("number")
                .asString();
    }

    private static String cart() {
        String cart =
                json(OpenShop.asAnyone().post("/api/v1/carts", "{}")).path("id").asString();
        OpenShop.asAnyone().put("/api/v1/carts/" + cart + "/lines/TEA-500", "{\"quantity\":1}");
        return cart;
    }

    @Test
    void checkOutWithoutIntroducingThemselves() {
        HttpResponse<String> order = AMINA.post("/api/v1/carts/" + cart() + "/checkout", "{}");
        assertThat(order.statusCode()).isEqualTo(201);
        assertThat(json(order).path("customer").path("phone").asString()).isEqualTo(AMINAS.e164());

        String own = AMINA.ask(
                        "mutation ($cart: ID!) { checkOut(cart: $cart, input: {}) { ... on CheckedOut { receipt { customer { phone } } } } }",
                        "cart",
                        cart())
                .toString();
        assertThat(own).contains(AMINAS.e164());
        assertThat(OpenShop.asAnyone()
                        .post("/api/v1/carts/" + cart() + "/checkout", "{}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void learnNothingOfTheOneWhoseCartItWas() {
        String cart = cart();
        OpenShop.asAnyone()
                .post(
                        "/api/v1/carts/" + cart + "/checkout",
                        "{\"customer\":{\"name\":\"Baraka\",\"phone\":\"%s\"}}".formatted(BARAKAS));

        HttpResponse<String> again = AMINA.post("/api/v1/carts/" + cart + "/checkout", "{}");

        assertThat(again.body()).doesNotContain("Baraka", BARAKAS.e164());
    }

    @Test
    void areTurnedAwayWhereTheyWouldSeeAnothers() {
        account(BARAKAS, "Baraka");
        String order = ordered(BARAKAS);

        for (String path : List.of(
                "/orders",
                "/orders/" + order,
                "/orders/summary",
                "/orders?customer=C-001",
                "/messages?order=" + order,
                "/customers",
                "/customers/C-001",
                "/customers?q=" + BARAKAS.e164().substring(1),
                "/employees",
                "/roles",
                "/clients",
                "/audit")) {
            HttpResponse<String> answer = AMINA.get("/api/v1" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).doesNotContain(BARAKAS.e164(), "Baraka");
        }
        for (String step : List.of("accept", "cancel", "fulfil", "return")) {
            assertThat(AMINA.post("/api/v1/orders/" + order + "/" + step, "{}").statusCode())
                    .isEqualTo(403);
        }
        assertThat(AMINA.delete("/api/v1/orders/" + order).statusCode()).isEqualTo(403);
        assertThat(AMINA.patch("/api/v1/customers/C-001", "{\"phone\":null}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void areTurnedAwayByGraphQlToo() {
        String order = ordered(BARAKAS);

        for (String field : List.of(
                "order(number: \\\"" + order + "\\\") { total }",
                "orders { edges { node { number } } }",
                "messages { edges { node { to } } }",
                "customer(code: \\\"C-001\\\") { name }",
                "customers { edges { node { phone } } }",
                "employees { edges { node { name } } }",
                "audit { edges { node { id } } }")) {
            HttpResponse<String> answer = AMINA.post("/graphql", "{\"query\":\"{ " + field + " }\"}");
            assertThat(answer.body()).as(field).contains("FORBIDDEN").doesNotContain(BARAKAS.e164());
        }
        assertThat(AMINA.ask("mutation ($n: String!) { cancelOrder(number: $n) { __typename } }", "n", order)
                        .toString())
                .contains("PermissionDenied");
    }

    @Test
    void areStrangersOnceTheirAccountIsGone() {
        Account account = account(AccountFixtures.phone(), "Chao");
        OpenShop chao = OpenShop.as(account.id().value());
        assertThat(chao.get("/api/v1/orders").statusCode()).isEqualTo(403);

        delete(account);

        assertThat(chao.get("/api/v1/orders").statusCode()).isEqualTo(401);
    }

    @Test
    void takeNoAnswersOfOthersWithThemWhateverTheyAreCalled() {
        OpenShop sender = OpenShop.as().with("Idempotency-Key", OpenShop.fresh("key"));
        String order = "{\"customer\":{\"name\":\"Dalila\"},\"item\":\"Cake\",\"amount\":\"100\"}";
        HttpResponse<String> placed = sender.post("/api/v1/orders", order);
        assertThat(placed.statusCode()).isEqualTo(201);

        for (String name : List.of("pending", "KES", "Dalila")) {
            delete(account(AccountFixtures.phone(), name));
        }

        HttpResponse<String> repeated = sender.post("/api/v1/orders", order);
        assertThat(repeated.statusCode()).isEqualTo(201);
        assertThat(repeated.body()).isEqualTo(placed.body());
    }

    private static void delete(Account account) {
        OpenShop.bean(DeleteAccount.class)
                .delete(OpenShop.bean(People.class).find(account.id().value()).orElseThrow());
    }
}
