package io.agizo.catalog;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScannedProductsJourneyTests {

    private static final String PRODUCTS = "/api/v1/products";

    private final OpenShop office = OpenShop.as(Permission.PRODUCTS_WRITE);
    private final OpenShop shopper = OpenShop.asAnyone();
    private final String sku = fresh("TEA");
    private final String path = PRODUCTS + "/" + sku;

    @Test
    void areFoundByWhatAScannerReads() {
        String code = fresh("LABEL");
        assertThat(office.post(PRODUCTS, labelled(sku, code)).statusCode()).isEqualTo(201);
        assertThat(office.patch(path, "{\"lowAt\":20}").statusCode()).isEqualTo(200);

        JsonNode found = json(office.get(PRODUCTS + "?barcode=" + code)).path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/sku").asString()).isEqualTo(sku);
        assertThat(found.at("/0/lowAt").asInt()).isEqualTo(20);
        JsonNode shown = json(shopper.get(PRODUCTS + "?barcode=" + code)).at("/items/0");
        assertThat(shown.path("sku").asString()).isEqualTo(sku);
        assertThat(shown.propertyNames()).doesNotContain("barcodes", "lowAt", "availability");
        assertThat(json(office.get(PRODUCTS + "?barcode=nothing-has-it")).path("items"))
                .isEmpty();
        assertThat(office.get(PRODUCTS + "?barcode=" + code + "&q=tea").statusCode())
                .isEqualTo(422);

        HttpResponse<String> taken = office.post(PRODUCTS, labelled(fresh("OTHER"), code));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(json(taken).path("type").asString()).isEqualTo("/problems/duplicate-barcode");
        assertThat(json(taken).path("detail").asString()).contains(sku, code);
        HttpResponse<String> cut = office.patch(path, "{\"barcodes\":[\"6.16E+12\"]}");
        assertThat(cut.statusCode()).isEqualTo(422);
        assertThat(json(cut).at("/errors/0/pointer").asString()).isEqualTo("/barcodes");
        assertThat(office.patch(path, "{\"barcodes\":[null]}").statusCode()).isEqualTo(422);
        assertThat(office.patch(path, "{\"barcodes\":null,\"lowAt\":null}").statusCode())
                .isEqualTo(200);
        assertThat(json(office.get(path)).path("barcodes")).isEmpty();
    }

    @Test
    void areListedByWhatIsLeftOfThem() {
        String category = fresh("Left");
        office.post(PRODUCTS, """
                {"sku":"%s","name":"Salt","price":"1","category":"%s","stock":3}""".formatted(sku, category));

        String list = PRODUCTS + "?category=" + category + "&availability=";
        assertThat(json(office.get(list + "low")).at("/items/0/availability").asString())
                .isEqualTo("low");
        assertThat(json(office.get(list + "out")).path("items")).isEmpty();
        assertThat(json(office.get(list + "available")).path("items")).isEmpty();
        assertThat(office.get(list + "plenty").statusCode()).isEqualTo(422);
        assertThat(office.get(list + "low&inStock=true").statusCode()).isEqualTo(422);
    }

    private static String labelled(String sku, String code) {
        return """
                {"sku":"%s","name":"Labelled tea","price":"1","stock":3,"barcodes":["%s"]}""".formatted(sku, code);
    }
}
