package io.agizo.cart;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What strangers may order, for each order has a number texted that they only say is theirs. */
class StrangersCheckOutsJourneyTests {

    private static final AtomicInteger PHONES = new AtomicInteger(711_800_000);
    private static final String CARTS = "/api/v1/carts";

    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("STRANGE");

    @BeforeEach
    void aShopWithMuchTea() {
        office.post(
                "/api/v1/products", "{\"sku\":\"%s\",\"name\":\"Tea\",\"price\":\"450\",\"stock\":100}".formatted(sku));
    }

    @Test
    void areTextedAboutSixOrdersAnHourAndThenToldToWait() {
        String phone = freshPhone();
        OpenShop stranger = OpenShop.asAnyone();

        List<HttpResponse<String>> answers =
                Stream.generate(() -> checkOut(stranger, phone)).limit(8).toList();

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsExactly(201, 201, 201, 201, 201, 201, 429, 429);
        assertThat(answers.getLast().headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]*"));
        assertThat(json(answers.getLast()).path("type").asString()).isEqualTo("/problems/too-many-requests");
        assertThat(checkOut(OpenShop.asAnyone(), phone).statusCode())
                .as("the same number from another network")
                .isEqualTo(201);
        assertThat(checkOut(stranger, freshPhone()).statusCode())
                .as("another number from the same network")
                .isEqualTo(201);
    }

    @Test
    void areCountedOverGraphQlAndOnTheOwnMachineAsWell() {
        String phone = freshPhone();
        OpenShop here = OpenShop.onOwnMachine();

        List<String> results = Stream.generate(
                        () -> checkOutOverGraphQl(here, phone).path("result").asString())
                .limit(7)
                .toList();

        assertThat(results).endsWith("CheckedOut", "TooManyRequests").startsWith("CheckedOut");
    }

    @Test
    void repeatACheckoutAsOftenAsTheyLike() {
        String phone = freshPhone();
        OpenShop stranger = OpenShop.asAnyone();
        for (int i = 0; i < 5; i++) {
            checkOut(stranger, phone);
        }
        String cart = filled(stranger);

        List<Integer> answers = Stream.generate(
                        () -> stranger.post(cart + "/checkout", buyer(phone)).statusCode())
                .limit(5)
                .toList();

        assertThat(answers).containsOnly(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+881612345678",
                "+870773111632",
                "+19002345678",
                "+37090012345",
                "+254900222111",
                "+447400123456"
            })
    void haveNoNumberTextedThatCostsMuchOrIsFarAway(String phone) {
        OpenShop stranger = OpenShop.asAnyone();

        HttpResponse<String> refused = checkOut(stranger, phone);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/customer/phone");
        assertThat(json(refused).at("/errors/0/message").asString()).contains("give ");
        JsonNode overGraphQl = checkOutOverGraphQl(stranger, phone);
        assertThat(overGraphQl.path("result").asString()).isEqualTo("InvalidInput");
        assertThat(overGraphQl.at("/errors/0/pointer").asString()).isEqualTo("/customer/phone");
    }

    @Test
    void areNotTheStaffWhoMayOrderForAnybodyButTextNobodyWhoCostsMuch() {
        HttpResponse<String> placed = office.post("/api/v1/orders", """
                {"customer":{"name":"Amina","phone":"+881612345678"},"lines":[{"sku":"%s","quantity":1}]}""".formatted(sku));

        assertThat(placed.statusCode()).isEqualTo(201);
        String number = json(placed).path("number").asString();
        JsonNode text = json(office.get("/api/v1/messages?order=" + number)).at("/items/0");
        assertThat(text.path("status").asString()).isEqualTo("failed");
        assertThat(text.path("detail").asString()).contains("costs more");
    }

    @Test
    void openCartsOneByOneHoweverManyAreInAnOperation() {
        OpenShop stranger = OpenShop.asAnyone();
        String fifty = IntStream.range(0, 50)
                .mapToObj(i -> "c" + i + ": createCart { __typename }")
                .collect(Collectors.joining(" ", "mutation { ", " }"));

        HttpResponse<String> opened = stranger.post("/graphql", OpenShop.operation(fifty));

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().allValues("RateLimit"))
                .filteredOn(left -> left.startsWith("\"cart\""))
                .hasSize(50);
        assertThat(stranger.post(CARTS, "").headers().allValues("RateLimit-Policy"))
                .contains("\"cart\";q=600;w=60");
    }

    private HttpResponse<String> checkOut(OpenShop stranger, String phone) {
        return stranger.post(filled(stranger) + "/checkout", buyer(phone));
    }

    private JsonNode checkOutOverGraphQl(OpenShop stranger, String phone) {
        String id = filled(stranger).substring(CARTS.length() + 1);
        return stranger.ask("""
                        mutation ($cart: ID!, $phone: String!) {
                          checkOut(cart: $cart, input: { customer: { name: "Amina", phone: $phone } }) {
                            result: __typename ... on InvalidInput { errors { pointer } }
                          }
                        }
                        """, "cart", id, "phone", phone).path("checkOut");
    }

    private String filled(OpenShop stranger) {
        String cart = CARTS + "/" + json(stranger.post(CARTS, "")).path("id").asString();
        stranger.put(cart + "/lines/" + sku, "{\"quantity\":1}");
        return cart;
    }

    private static String buyer(String phone) {
        return "{\"customer\":{\"name\":\"Amina\",\"phone\":\"" + phone + "\"}}";
    }

    private static String freshPhone() {
        return "+254" + PHONES.incrementAndGet();
    }
}
