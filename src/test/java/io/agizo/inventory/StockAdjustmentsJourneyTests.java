package io.agizo.inventory;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.Together;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockAdjustmentsJourneyTests {

    private final OpenShop clerk = OpenShop.as(Permission.STOCK_WRITE);
    private final String sku = fresh("TEA");
    private final String product = "/api/v1/products/" + sku;
    private final String path = product + "/stock-adjustments";

    @BeforeEach
    void addTea() {
        OpenShop.as(Permission.PRODUCTS_WRITE)
                .post("/api/v1/products", "{\"sku\":\"%s\",\"name\":\"Tea\",\"price\":1,\"stock\":10}".formatted(sku));
    }

    @Test
    void bookAndTellTheNewLevel() {
        HttpResponse<String> booked = clerk.post(path, "{\"delta\":10,\"reason\":\"delivery\"}");

        assertThat(booked.statusCode()).isEqualTo(201);
        assertThat(booked.headers().firstValue("Location")).contains(product);
        assertThat(booked.body())
                .isEqualTo("{\"sku\":\"%s\",\"onHand\":20,\"reserved\":0,\"available\":20}".formatted(sku));
        assertThat(json(clerk.get(product)).at("/stock/onHand").asInt()).isEqualTo(20);
    }

    @Test
    void takeDownWhatWasCountedOnTheShelf() {
        assertThat(clerk.post(path, "{\"counted\":12}").body()).contains("\"onHand\":12");
        assertThat(clerk.post(path, "{\"counted\":0,\"reason\":\"stocktaking\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(clerk.get(product + "/movements"))
                        .path("items")
                        .valueStream()
                        .limit(2)
                        .map(movement -> movement.path("cause").asString() + " "
                                + movement.path("onHandDelta").asInt() + " "
                                + movement.path("reason").asString("")))
                .containsExactly("count -12 stocktaking", "count 2 ");
        assertThat(clerk.ask("""
                                mutation($sku: String!) { adjustStock(sku: $sku, input: {counted: 7}) {
                                  ... on StockAdjusted { stock { onHand } } } }
                                """, "sku", sku).at("/adjustStock/stock/onHand").asInt())
                .isEqualTo(7);
    }

    @Test
    void neverTakeWhatIsNotThere() {
        HttpResponse<String> refused = clerk.post(path, "{\"delta\":-11,\"reason\":\"breakage\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/stock-reserved");
        assertThat(json(clerk.get(product)).at("/stock/onHand").asInt()).isEqualTo(10);
    }

    @Test
    void bookARepeatUnderOneKeyOnce() {
        OpenShop sender = clerk.with("Idempotency-Key", fresh("key"));
        List<HttpResponse<String>> answers =
                Together.run(8, () -> sender.post(path, "{\"delta\":5,\"reason\":\"delivery\"}"));

        assertThat(answers).extracting(HttpResponse::statusCode).contains(201).isSubsetOf(201, 409);
        assertThat(json(clerk.get(product)).at("/stock/onHand").asInt()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"delta\":0,\"reason\":\"none\"}|/delta",
                "{\"reason\":\"delivery\"}|/delta",
                "{\"delta\":null,\"reason\":\"delivery\"}|/delta",
                "{\"delta\":1.5,\"reason\":\"delivery\"}|/delta",
                "{\"delta\":\"1\",\"reason\":\"delivery\"}|/delta",
                "{\"delta\":1000001,\"reason\":\"delivery\"}|/delta",
                "{\"delta\":-1000001,\"reason\":\"delivery\"}|/delta",
                "{\"delta\":99999999999,\"reason\":\"delivery\"}|/delta",
                "{\"counted\":-1}|/counted",
                "{\"counted\":1.5}|/counted",
                "{\"counted\":5,\"delta\":1,\"reason\":\"delivery\"}|/counted",
                "{\"delta\":1}|/reason",
                "{\"delta\":1,\"reason\":\"  \"}|/reason",
                "{\"delta\":1,\"reason\":\"a\\u0000\"}|/reason",
                "{\"delta\":1,\"reason\":\"delivery\",\"by\":\"me\"}|/by"
            })
    void pointAtWhatCannotBeAccepted(String body, String pointer) {
        HttpResponse<String> refused = clerk.post(path, body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void findNothingToAdjustUnderAnSkuThatNothingHas() {
        assertThat(clerk.post("/api/v1/products/NOTHING/stock-adjustments", "{\"delta\":1,\"reason\":\"delivery\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(clerk.post("/api/v1/products/a%20b/stock-adjustments", "{\"delta\":1,\"reason\":\"delivery\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void areBookedOnlyByThoseWhoHoldThePermission() {
        String body = "{\"delta\":1,\"reason\":\"delivery\"}";

        assertThat(OpenShop.asAnyone().post(path, body).statusCode()).isEqualTo(401);
        assertThat(OpenShop.as(Permission.PRODUCTS_WRITE).post(path, body).statusCode())
                .isEqualTo(403);
    }
}
