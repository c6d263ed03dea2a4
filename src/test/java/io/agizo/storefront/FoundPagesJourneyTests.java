package io.agizo.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a search engine finds of the shop, and what it does not. */
class FoundPagesJourneyTests {

    private static final Pattern LOC = Pattern.compile("<loc>https?://[^/]+(/[^<]*)</loc>");

    private final Visitor engine = TwoReplicas.visitor();

    @Test
    void namesWhatIsForSaleOnceAndNothingOfPeople() {
        Sku tea = Goods.fresh("450.00", 3);
        Sku gone = Goods.fresh("450.00", 3);
        Goods.remove(gone);
        Sku hidden = Goods.fresh("450.00", 3);
        Goods.hide(hidden);

        HttpResponse<String> index = engine.get("/sitemap.xml");
        List<String> pages = places(index).stream()
                .flatMap(part -> places(engine.get(part)).stream())
                .toList();
        String robots = engine.get("/robots.txt").body();

        assertThat(index.body()).contains("<sitemapindex ", "<sitemap><loc>");
        assertThat(pages).doesNotHaveDuplicates().startsWith("/").contains("/products/" + tea);
        assertThat(pages.subList(1, pages.size()))
                .containsExactlyInAnyOrderElementsOf(TwoReplicas.bean(JdbcTemplate.class)
                        .queryForList(
                                "select '/products/' || sku from product where visible and archived_at is null",
                                String.class))
                .doesNotContain("/products/" + gone, "/products/" + hidden);
        assertThat(robots).contains("Disallow: /orders/", "Disallow: /cart", "/sitemap.xml");
        assertThat(engine.get("/products/" + gone).statusCode()).isEqualTo(404);
    }

    @Test
    void namesWhatFollowsInAPartThatBeginsAnywhere() {
        Sku tea = Goods.fresh("450.00", 3);

        assertThat(places(engine.get("/sitemap/goods.xml?from=" + tea))).startsWith("/products/" + tea);
        for (String nothing : List.of("", "%3Cb%3E", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "a%00")) {
            HttpResponse<String> answer = engine.get("/sitemap/goods.xml?from=" + nothing);

            assertThat(answer.statusCode()).as(nothing).isEqualTo(404);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("public");
        }
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

    /** The paths that a sitemap or an index of them names. */
    private static List<String> places(HttpResponse<String> map) {
        assertThat(map.statusCode()).isEqualTo(200);
        assertThat(map.headers().firstValue("Content-Type")).get().asString().startsWith("application/xml");
        assertThat(map.headers().firstValue("Cache-Control")).get().asString().contains("public", "max-age=3600");
        return LOC.matcher(map.body()).results().map(place -> place.group(1)).toList();
    }
}
