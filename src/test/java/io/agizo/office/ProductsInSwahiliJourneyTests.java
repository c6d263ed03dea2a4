package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What products are called to readers of Swahili, as those behind the counter keep it. */
class ProductsInSwahiliJourneyTests {

    private static final String PRODUCTS = "/office/products";

    private final Visitor manager = hired("manager").signedIn();
    private final String sku =
            "SHELF-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String there = PRODUCTS + "/" + sku;

    private HttpResponse<String> saved(String path, String version, String nameSw, String descriptionSw) {
        return manager.post(
                path,
                "version",
                version,
                "sku",
                sku,
                "name",
                "Milk",
                "price",
                "1",
                "nameSw",
                nameSw,
                "descriptionSw",
                descriptionSw,
                "category",
                sku,
                "categorySw",
                descriptionSw.isEmpty() ? "" : "Aina ya " + sku,
                "visible",
                "true");
    }

    @Test
    void areCalledOtherwise() {
        saved(PRODUCTS + "/new", "", "Maziwa", "Safi");
        assertThat(manager.get(there).body())
                .contains("value=\"Maziwa\"", ">Safi</textarea>", "value=\"Aina ya " + sku);
        assertThat(TwoReplicas.visitor()
                        .with("Accept-Language", "sw")
                        .get("/?category=" + sku)
                        .body())
                .contains("<h1>Aina ya " + sku, ">Aina ya " + sku + "</bdi>", "category=" + sku);
        assertThat(TwoReplicas.visitor().get("/?category=" + sku).body()).doesNotContain("Aina ya");
        assertThat(manager.get(PRODUCTS + "?q=maziwa+" + sku).body()).contains(there, ">Milk</bdi>");
        assertThat(manager.get("/office/find?q=maziwa+" + sku).body()).contains(there);

        saved(there, "1", " ", "");
        assertThat(manager.get(there).body()).doesNotContain("Maziwa", "Safi", "Aina ya");
        HttpResponse<String> stale = saved(there, "1", "Maziwa fresh", "");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("Maziwa fresh", "Name in Swahili");
    }
}
