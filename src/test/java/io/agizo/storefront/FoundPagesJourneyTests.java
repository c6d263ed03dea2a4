package io.agizo.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a search engine finds of the shop, and what it does not. */
class FoundPagesJourneyTests {

    private final Visitor engine = TwoReplicas.visitor();

    @Test
    void namesWhatIsForSaleAndNothingOfPeople() {
        Sku tea = Goods.fresh("450.00", 3);
        Sku gone = Goods.fresh("450.00", 3);
        Goods.remove(gone);

        HttpResponse<String> map = engine.get("/sitemap.xml");
        String robots = engine.get("/robots.txt").body();

        assertThat(map.headers().firstValue("Content-Type")).get().asString().startsWith("application/xml");
        assertThat(map.body()).contains("/products/" + tea + "</loc>").doesNotContain(gone.value());
        assertThat(robots).contains("Disallow: /orders/", "Disallow: /cart", "/sitemap.xml");
        assertThat(engine.get("/products/" + gone).statusCode()).isEqualTo(404);
    }

    @Test
    void saysOfAProductWhatItIsAndCosts() {
        Sku tea = Goods.fresh("<script>alert(1)</script>\"'", "450.00", 3);

        String page = engine.get("/products/" + tea + "?lang=en").body();

        assertThat(page)
                .contains(
                        "/products/" + tea + "\">",
                        "rel=\"canonical\"",
                        "https://schema.org/Product",
                        "itemprop=\"price\" content=\"450.00\"",
                        "https://schema.org/InStock",
                        "&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert", "noindex");
        Goods.take(tea, 3);
        assertThat(engine.get("/products/" + tea).body()).contains("https://schema.org/OutOfStock");
    }

    @Test
    void leavesOutListsThatAreAskedForAndCarts() {
        assertThat(engine.get("/").body()).contains("rel=\"canonical\"").doesNotContain("noindex");
        assertThat(engine.get("/?q=tea").body()).contains("noindex");
        assertThat(engine.get("/cart").body()).contains("noindex");
    }
}
