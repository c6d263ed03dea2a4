package io.agizo.catalog;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static io.agizo.OpenShop.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CatalogueOverGraphQlJourneyTests {

    private static final String PRODUCT = """
            fragment Whole on Product {
              sku name description translations { sw { name description category } } price currency category visible barcodes lowAt stock { onHand reserved available } images { id } createdAt
            }
            """;

    private static final String REFUSED = " result: __typename ... on Refusal { message problem } ";

    private static final String CREATE = """
            mutation ($input: NewProductInput!, $key: String) {
              createProduct(input: $input, idempotencyKey: $key) {
                %s ... on ProductCreated { product { ...Whole version } } ... on InvalidInput { errors { pointer } }
              }
            }
            """.formatted(REFUSED) + PRODUCT;

    private static final String UPDATE = """
            mutation ($sku: String!, $input: ProductChangesInput!, $version: Int) {
              updateProduct(sku: $sku, input: $input, ifVersion: $version) {
                %s ... on ProductUpdated { product { ...Whole version } } ... on InvalidInput { errors { pointer } }
              }
            }
            """.formatted(REFUSED) + PRODUCT;

    private static final String READ = "query ($sku: String!) { product(sku: $sku) { ...Whole } }" + PRODUCT;

    private final OpenShop office = OpenShop.as();
    private final String sku = fresh("GQLP");

    @Test
    void showsTheSameProductAsRest() {
        Map<String, Object> tea = new HashMap<>(tea());
        tea.put("barcodes", List.of(sku + "-1"));
        tea.put("lowAt", 7);
        tea.put(
                "translations",
                Map.of("sw", Map.of("name", "Majani ya chai", "description", "Safi", "category", "Vyakula")));
        JsonNode created = create(null, tea);

        assertThat(created.path("result").asString()).isEqualTo("ProductCreated");
        JsonNode product = office.ask(READ, "sku", sku).path("product");
        assertThat(product.toString())
                .isEqualTo(office.get("/api/v1/products/" + sku).body().replace("\"availability\":\"low\",", ""));
        String found =
                "query ($code: String) { products(barcode: $code, availability: null) { edges { node { sku availability } } } }";
        assertThat(office.ask(found, "code", sku + "-1").at("/products/edges").toString())
                .isEqualTo("[{\"node\":{\"sku\":\"" + sku + "\",\"availability\":\"LOW\"}}]");
        tea.put("sku", fresh("GQLP"));
        assertThat(create(null, tea).path("result").asString()).isEqualTo("DuplicateBarcode");
        JsonNode seen = OpenShop.asAnyone().ask(READ, "sku", sku).path("product");
        assertThat(seen.at("/stock/onHand").isNull()).isTrue();
        assertThat(seen.at("/stock/available").asInt()).isEqualTo(7);
    }

    @Test
    void changesWhatIsSentAndClearsWhatIsNull() {
        create(null, tea());
        Map<String, Object> changes = new HashMap<>();
        changes.put("category", null);
        changes.put("price", "480.00");

        JsonNode changed = update(changes, 1);

        assertThat(changed.at("/product/category").isNull()).isTrue();
        assertThat(changed.at("/product/price").asString()).isEqualTo("480.00");
        assertThat(changed.at("/product/name").asString()).isEqualTo("Kericho tea");
        assertThat(changed.at("/product/version").asInt()).isEqualTo(2);
        assertThat(update(changes, 1).path("result").asString()).isEqualTo("StaleVersion");
        changes.put("name", null);
        JsonNode invalid = update(changes, 2);
        assertThat(invalid.path("result").asString()).isEqualTo("InvalidInput");
        assertThat(invalid.at("/errors/0/pointer").asString()).isEqualTo("/name");
    }

    @Test
    void changesOneWordingAndLeavesTheOthers() {
        Map<String, Object> tea = new HashMap<>(tea());
        tea.put(
                "translations",
                Map.of("sw", Map.of("name", "Majani ya chai", "description", "Safi", "category", "Vyakula")));
        create(null, tea);

        JsonNode changed = update(Map.of("translations", Map.of("sw", Map.of("name", "Chai"))), null);
        assertThat(changed.at("/product/translations/sw").toString())
                .isEqualTo("{\"name\":\"Chai\",\"description\":\"Safi\",\"category\":\"Vyakula\"}");
        Map<String, Object> none = new HashMap<>();
        none.put("translations", null);
        assertThat(update(none, null).at("/product/translations/sw").isNull()).isTrue();
        JsonNode refused = update(Map.of("translations", Map.of("sw", Map.of("name", "x".repeat(201)))), null);
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/translations/sw/name");
    }

    @Test
    void createsOnceUnderAKeyAndKeepsRefusalsToo() {
        String key = fresh("key");
        JsonNode first = create(key, tea());
        update(Map.of("price", "500.00"), null);

        assertThat(create(key, tea()))
                .as("the first result, not the present state")
                .isEqualTo(first);
        assertThat(create(null, tea()).path("result").asString()).isEqualTo("DuplicateSku");
        String other = fresh("key");
        JsonNode refused = create(other, tea());
        office.ask("mutation ($s: String!) { deleteProduct(sku: $s) { __typename } }", "s", sku);
        assertThat(refused.path("problem").asString()).isEqualTo("/problems/duplicate-sku");
        assertThat(create(other, tea())).isEqualTo(refused);
        JsonNode reused = create(other, Map.of("sku", sku, "name", "Other", "price", 1));
        assertThat(reused.path("result").asString()).isEqualTo("IdempotencyKeyReused");
        assertThat(create(null, tea()).path("result").asString()).isEqualTo("ProductCreated");
    }

    @Test
    void booksStockOnceUnderAKey() {
        create(null, tea());
        String adjust = """
                mutation ($sku: String!, $delta: Int!, $key: String) {
                  adjustStock(sku: $sku, input: { delta: $delta, reason: "delivery" }, idempotencyKey: $key) {
                    %s ... on StockAdjusted { stock { onHand reserved available } }
                  }
                }
                """.formatted(REFUSED);
        String key = fresh("key");
        JsonNode first = office.ask(adjust, "sku", sku, "delta", 5, "key", key).path("adjustStock");

        assertThat(first.at("/stock/available").asInt()).isEqualTo(12);
        assertThat(office.ask(adjust, "sku", sku, "delta", 5, "key", key).path("adjustStock"))
                .isEqualTo(first);
        assertThat(office.ask(adjust, "sku", sku, "delta", -13)
                        .at("/adjustStock/result")
                        .asString())
                .isEqualTo("StockReserved");
        assertThat(office.ask(adjust, "sku", "NO SUCH", "delta", 1)
                        .at("/adjustStock/result")
                        .asString())
                .isEqualTo("NotFound");
    }

    @Test
    void listsPageByPageInEveryOrder() {
        String word = fresh("Listed").replace("-", "");
        for (int i = 0; i < 5; i++) {
            create(null, Map.of("sku", fresh("GQLL"), "name", word + " " + i, "price", 10 - i));
        }
        String list = """
                query ($q: String, $sort: ProductSort, $after: String) {
                  products(q: $q, sort: $sort, first: 2, after: $after) {
                    edges { node { price } } pageInfo { hasNextPage endCursor }
                  }
                }
                """;
        for (String sort : List.of("NAME", "PRICE", "PRICE_DESCENDING", "NEWEST")) {
            List<String> prices = new ArrayList<>();
            String after = null;
            JsonNode page;
            do {
                page = OpenShop.asAnyone()
                        .ask(list, "q", word, "sort", sort, "after", after)
                        .path("products");
                page.path("edges")
                        .forEach(edge -> prices.add(edge.at("/node/price").asString()));
                after = page.at("/pageInfo/endCursor").asString();
            } while (page.at("/pageInfo/hasNextPage").asBoolean());
            assertThat(prices).as(sort).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void isReadByAnyoneAndChangedByThoseWhoMay() {
        create(null, tea());
        assertThat(OpenShop.as(Permission.STOCK_WRITE)
                        .ask(UPDATE, "sku", sku, "input", Map.of())
                        .at("/updateProduct/message")
                        .asString())
                .contains("products:write");
        update(Map.of("visible", false), null);
        assertThat(OpenShop.asAnyone().ask(READ, "sku", sku).path("product").isNull())
                .isTrue();
        JsonNode hidden = json(
                OpenShop.asAnyone().post("/graphql", operation("{ products(visible: false) { edges { cursor } } }")));
        assertThat(hidden.at("/errors/0/extensions/classification").asString()).isEqualTo("UNAUTHORIZED");
    }

    private JsonNode create(String key, Map<String, Object> input) {
        return office.ask(CREATE, "input", input, "key", key).path("createProduct");
    }

    private JsonNode update(Map<String, Object> input, Integer version) {
        return office.ask(UPDATE, "sku", sku, "input", input, "version", version)
                .path("updateProduct");
    }

    private Map<String, Object> tea() {
        return Map.of("sku", sku, "name", "Kericho tea", "price", "450.00", "category", "Groceries", "stock", 7);
    }
}
