package io.agizo.catalog;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProductsJourneyTests {

    private static final String PRODUCTS = "/api/v1/products";

    private final OpenShop office = OpenShop.as(Permission.PRODUCTS_WRITE);
    private final OpenShop clerk = OpenShop.as(Permission.STOCK_WRITE);
    private final OpenShop shopper = OpenShop.asAnyone();
    private final String sku = fresh("TEA");
    private final String path = PRODUCTS + "/" + sku;

    @Test
    void addsReadsChangesAndArchivesAProduct() {
        HttpResponse<String> created = office.post(PRODUCTS, """
                {"sku":"%s","name":"Kericho tea 500 g","description":"Loose leaf","price":"450.00",
                 "category":"Groceries","stock":100,"visible":true}""".formatted(sku));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(path);
        assertThat(created.headers().allValues("Vary")).contains("Authorization");
        JsonNode tea = json(created);
        assertThat(tea.propertyNames())
                .containsExactly(
                        "sku",
                        "name",
                        "description",
                        "translations",
                        "price",
                        "currency",
                        "category",
                        "visible",
                        "barcodes",
                        "availability",
                        "stock",
                        "images",
                        "createdAt");
        assertThat(tea.path("price").asString()).isEqualTo("450.00");
        assertThat(tea.path("currency").asString()).isEqualTo("KES");
        assertThat(tea.path("stock").toString()).isEqualTo("{\"onHand\":100,\"reserved\":0,\"available\":100}");
        assertThat(office.get(path).body()).isEqualTo(created.body());

        HttpResponse<String> changed = office.patch(path, "{\"price\":480,\"category\":null}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("price").asString()).isEqualTo("480.00");
        assertThat(json(changed).path("category").isNull()).isTrue();

        assertThat(office.delete(path).statusCode()).isEqualTo(204);
        assertThat(office.get(path).statusCode()).isEqualTo(404);
        assertThat(office.post(PRODUCTS, product(sku, "1", true)).statusCode()).isEqualTo(201);
    }

    @Test
    void areFoundHoweverTheAddressIsSpelled() {
        office.post(PRODUCTS, product(sku, "450", true));

        assertThat(office.get(path.replace("products", "pro%64ucts")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsShoppersWhatTheyCanOrder() {
        office.post(PRODUCTS, product(sku, "450", true));

        HttpResponse<String> seen = shopper.get(path);

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(json(seen).path("stock").toString()).isEqualTo("{\"available\":10}");
        assertThat(seen.headers().allValues("Vary")).contains("Authorization");
        assertThat(json(shopper.get(PRODUCTS + "?q=" + sku))
                        .at("/items/0/stock")
                        .toString())
                .isEqualTo("{\"available\":10}");
        assertThat(json(clerk.get(path)).path("stock").has("reserved")).isTrue();
    }

    @Test
    void hidesWhatIsHidden() {
        office.post(PRODUCTS, product(sku, "450", false));

        assertThat(shopper.get(path).statusCode()).isEqualTo(404);
        assertThat(skus(shopper.get(PRODUCTS + "?q=" + sku))).isEmpty();
        assertThat(shopper.get(PRODUCTS + "?visible=false").statusCode()).isEqualTo(401);
        assertThat(clerk.get(PRODUCTS + "?visible=false").statusCode()).isEqualTo(403);
        assertThat(office.get(path).statusCode()).isEqualTo(200);
        assertThat(skus(office.get(PRODUCTS + "?q=" + sku))).isEmpty();
        assertThat(skus(office.get(PRODUCTS + "?visible=false&q=" + sku))).containsExactly(sku);
    }

    @Test
    void refusesAnSkuThatIsTaken() {
        office.post(PRODUCTS, product(sku, "450", true));

        HttpResponse<String> refused = office.post(PRODUCTS, product(sku, "450", true));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asString()).isEqualTo("/problems/duplicate-sku");
    }

    @Test
    void areListedByWhatTheyCost() {
        office.post(PRODUCTS, product(sku, "450", true));
        office.post(PRODUCTS, product(sku + "-L", "900", true));

        assertThat(skus(shopper.get(PRODUCTS + "?q=" + sku + "&maxPrice=450"))).containsExactly(sku);
        assertThat(skus(shopper.get(PRODUCTS + "?q=" + sku + "&minPrice=450.01&sort=price")))
                .containsExactly(sku + "-L");
        assertProblem(shopper.get(PRODUCTS + "?minPrice=2&maxPrice=1"), "/maxPrice");
        assertProblem(shopper.get(PRODUCTS + "?minPrice=cheap"), "/minPrice");
    }

    private static void assertProblem(HttpResponse<String> refused, String pointer) {
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"pointer\":\"" + pointer + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "new"})
    void refusesAnSkuThatNoPageCouldHave(String odd) {
        HttpResponse<String> refused = office.post(PRODUCTS, product(odd, "450", true));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("must not be '.', '..' or 'new'");
    }

    @Test
    void answersARepeatUnderOneKeyWithTheFirstAnswer() {
        OpenShop sender = office.with("Idempotency-Key", fresh("key"));
        HttpResponse<String> first = sender.post(PRODUCTS, product(sku, "450", true));
        HttpResponse<String> again = sender.post(PRODUCTS, product(sku, "450", true));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(sender.post(PRODUCTS, product(sku, "451", true)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void knowsAProductAgainOnlyWhileItsStockIsTheSame() {
        String tag = office.post(PRODUCTS, product(sku, "450", true))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(office.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(304);

        clerk.post(path + "/stock-adjustments", "{\"delta\":1,\"reason\":\"delivery\"}");

        assertThat(office.with("If-None-Match", tag).get(path).statusCode()).isEqualTo(200);
        assertThat(office.with("If-Match", tag)
                        .patch(path, "{\"price\":\"460\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.with("If-Match", tag)
                        .patch(path, "{\"price\":\"470\"}")
                        .statusCode())
                .isEqualTo(412);
        assertThat(office.with("If-Match", tag).delete(path).statusCode()).isEqualTo(412);
    }

    @Test
    void listsInTheOrderAskedForAndPages() {
        String category = fresh("Category");
        for (String price : List.of("30", "10", "20")) {
            office.post(PRODUCTS, """
                    {"sku":"%s","name":"Priced %s","price":%s,"category":"%s","stock":%s}""".formatted(fresh("SKU"), price, price, category, price.equals("10") ? "0" : "5"));
        }
        String list = PRODUCTS + "?category=" + category;

        HttpResponse<String> first = shopper.get(list + "&sort=-price&limit=2");
        assertThat(names(first)).containsExactly("Priced 30", "Priced 20");
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(names(shopper.get(next))).containsExactly("Priced 10");
        assertThat(names(shopper.get(list))).containsExactly("Priced 10", "Priced 20", "Priced 30");
        assertThat(names(shopper.get(list + "&sort=newest"))).containsExactly("Priced 20", "Priced 10", "Priced 30");
        assertThat(names(shopper.get(list + "&inStock=true"))).containsExactly("Priced 20", "Priced 30");
        assertThat(names(shopper.get(list + "&inStock=false"))).containsExactly("Priced 10");
        String cursor = json(first).path("nextCursor").asString();
        assertThat(shopper.get(list + "&sort=price&cursor=" + cursor).statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"Tea\",\"price\":\"1\"}|/sku",
                "{\"sku\":\"a b\",\"name\":\"Tea\",\"price\":\"1\"}|/sku",
                "{\"sku\":\"T\",\"price\":\"1\"}|/name",
                "{\"sku\":\"T\",\"name\":\"Te\\u0007a\",\"price\":\"1\"}|/name",
                "{\"sku\":\"T\",\"name\":\"Tea\"}|/price",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":null}|/price",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":\"1.001\"}|/price",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":-1}|/price",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":1e30}|/price",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":\"1e999999999\"}|/price",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":\"dear\"}|/price",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":true}|/price",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":1,\"stock\":-1}|/stock",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":1,\"stock\":1.5}|/stock",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":1,\"stock\":3000000000}|/stock",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":1,\"stock\":1000000001}|/stock",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":1,\"visible\":\"yes\"}|/visible",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":1,\"description\":\"\\u0000\"}|/description",
                "{\"sku\":\"T\",\"name\":\"Tea\",\"price\":1,\"currency\":\"USD\"}|/currency"
            })
    void pointsAtWhatCannotBeAccepted(String body, String pointer) {
        HttpResponse<String> refused = office.post(PRODUCTS, body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"stock\":5}", "{\"price\":null}", "{\"name\":\"\"}", "{\"sku\":null}", "{\"onHand\":5}", "[]"
            })
    void refusesAPatchThatLeavesNoProduct(String patch) {
        office.post(PRODUCTS, product(sku, "450", true));

        assertThat(office.patch(path, patch).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?sort=id", "?limit=0", "?cursor=x", "?inStock=perhaps", "?visible=perhaps"})
    void refusesAListNobodyCanMake(String query) {
        assertThat(office.get(PRODUCTS + query).statusCode()).isEqualTo(422);
    }

    @Test
    void isChangedOnlyByThoseWhoHoldThePermission() {
        office.post(PRODUCTS, product(sku, "450", true));

        assertThat(shopper.post(PRODUCTS, product(fresh("TEA"), "1", true)).statusCode())
                .isEqualTo(401);
        assertThat(shopper.patch(path, "{}").statusCode()).isEqualTo(401);
        assertThat(shopper.delete(path).statusCode()).isEqualTo(401);
        assertThat(clerk.post(PRODUCTS, product(fresh("TEA"), "1", true)).statusCode())
                .isEqualTo(403);
        assertThat(clerk.patch(path, "{}").statusCode()).isEqualTo(403);
        assertThat(clerk.delete(path).statusCode()).isEqualTo(403);
    }

    private static String product(String sku, String price, boolean visible) {
        return "{\"sku\":\"%s\",\"name\":\"Kericho tea\",\"price\":\"%s\",\"stock\":10,\"visible\":%s}"
                .formatted(sku, price, visible);
    }

    private static List<String> names(HttpResponse<String> page) {
        return texts(page, "name");
    }

    private static List<String> skus(HttpResponse<String> page) {
        return texts(page, "sku");
    }

    private static List<String> texts(HttpResponse<String> page, String field) {
        assertThat(page.statusCode()).isEqualTo(200);
        List<String> texts = new ArrayList<>();
        for (JsonNode item : json(page).path("items")) {
            texts.add(item.path(field).asString());
        }
        return texts;
    }
}
