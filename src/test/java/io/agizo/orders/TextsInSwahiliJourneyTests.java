package io.agizo.orders;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.notifications.phonescreen.ReadPhones;
import io.agizo.shared.PhoneNumber;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Somebody new is texted in the language in which they ordered, whichever door they came through. */
class TextsInSwahiliJourneyTests {

    private static final AtomicInteger PHONES = new AtomicInteger(500_000);

    private final OpenShop office = OpenShop.as();
    private final OpenShop stranger = OpenShop.asAnyone().with("Accept-Language", "sw");
    private final String sku = fresh("CHAI");
    private final String phone = "+254713" + PHONES.incrementAndGet();

    @BeforeEach
    void aShopWithTea() {
        office.post("/api/v1/products", """
                {"sku":"%s","name":"Tea","translations":{"sw":{"name":"Majani ya chai"}},"price":"450","stock":100}""".formatted(sku));
    }

    @Test
    void reachWhoChecksOutOverRest() {
        assertThat(textOf(checkOut(stranger))).contains("asante! Agizo ");
    }

    @Test
    void nameTheGoodsInSwahiliAtEachStep() {
        String order = checkOut(stranger);

        office.post("/api/v1/orders/" + order + "/accept", "");

        assertThat(json(office.get("/api/v1/messages?order=" + order)).path("items"))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text.path("body").asString()).contains("1 x Majani ya chai"));
    }

    @Test
    void nameTheGoodsInTheShopsOwnWordsToReadersOfEnglish() {
        String order = checkOut(OpenShop.asAnyone());

        assertThat(textOf(order)).contains("1 x Tea");
    }

    @Test
    void reachWhoChecksOutOverGraphQl() {
        JsonNode ordered = stranger.ask("""
                        mutation ($cart: ID!, $phone: String!) {
                          checkOut(cart: $cart, input: { customer: { name: "Amina", phone: $phone } }) {
                            ... on CheckedOut { receipt { number } }
                          }
                        }
                        """, "cart", filledCart(stranger), "phone", phone);

        assertThat(textOf(ordered.at("/checkOut/receipt/number").asString())).contains("asante! Agizo ");
    }

    @Test
    void bringTheCodeThatIsAskedForOverGraphQl() {
        stranger.ask(
                "mutation ($cart: ID!, $phone: String!) { textBuyerCode(cart: $cart, phone: $phone) { __typename } }",
                "cart",
                filledCart(stranger),
                "phone",
                phone);

        assertThat(OpenShop.bean(ReadPhones.class).only(new PhoneNumber(phone)).stream()
                        .flatMap(screen -> screen.texts().stream()))
                .singleElement()
                .satisfies(code -> assertThat(code.body()).contains("ni msimbo wako"));
    }

    @Test
    void areAskedForByProgramsThatOrderForSomebodyOverRest() {
        JsonNode placed = json(office.post("/api/v1/orders", """
                {"customer":{"name":"Amina","phone":"%s","locale":"sw"},"lines":[{"sku":"%s"}]}""".formatted(phone, sku)));

        assertThat(textOf(placed.path("number").asString())).contains("asante! Agizo ");
    }

    @Test
    void areAskedForByProgramsThatOrderForSomebodyOverGraphQl() {
        JsonNode placed = office.ask("""
                        mutation ($phone: String!, $sku: String!) {
                          placeOrder(
                            input: { customer: { name: "Amina", phone: $phone, locale: "sw" }, lines: [{ sku: $sku }] }
                          ) {
                            ... on OrderPlaced { order { number } }
                          }
                        }
                        """, "phone", phone, "sku", sku);

        assertThat(textOf(placed.at("/placeOrder/order/number").asString())).contains("asante! Agizo ");
    }

    @Test
    void areNotSentByTheLanguageOfAProgramThatOrdersForSomebody() {
        JsonNode placed = json(office.with("Accept-Language", "sw").post("/api/v1/orders", """
                {"customer":{"name":"Amina","phone":"%s"},"lines":[{"sku":"%s"}]}""".formatted(phone, sku)));

        assertThat(textOf(placed.path("number").asString())).contains("thank you! Order ");
    }

    /** Else a borrowed phone would change the language of somebody else's texts. */
    @Test
    void goOnForWhomTheShopKnowsInWhateverLanguageTheyOrderNext() {
        checkOut(stranger);

        String next = checkOut(OpenShop.asAnyone().with("Accept-Language", "en"));

        assertThat(textOf(next)).contains("asante! Agizo ");
    }

    @ParameterizedTest
    @CsvSource({"fr", "EN", "''"})
    void areInNoLanguageThatTheShopDoesNotSpeak(String locale) {
        JsonNode refused = json(office.post("/api/v1/orders", """
                {"customer":{"name":"Amina","phone":"%s","locale":"%s"},"lines":[{"sku":"%s"}]}""".formatted(phone, locale, sku)));

        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/customer/locale");
        assertThat(refused.at("/errors/0/message").asString()).isEqualTo("must be en or sw");
    }

    private String filledCart(OpenShop shopper) {
        String cart = json(shopper.post("/api/v1/carts", "")).path("id").asString();
        shopper.put("/api/v1/carts/%s/lines/%s".formatted(cart, sku), "{\"quantity\":1}");
        return cart;
    }

    private String checkOut(OpenShop shopper) {
        return json(shopper.post(
                        "/api/v1/carts/" + filledCart(shopper) + "/checkout",
                        "{\"customer\":{\"name\":\"Amina\",\"phone\":\"%s\"}}".formatted(phone)))
                .path("number")
                .asString();
    }

    private String textOf(String order) {
        return json(office.get("/api/v1/messages?order=" + order))
                .at("/items/0/body")
                .asString();
    }
}
