package io.agizo.storefront.pages.found;

import io.agizo.catalog.SkusForSale;
import io.agizo.identity.PublicAddress;
import io.agizo.shared.Sku;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells search engines what they may read (robots.txt, RFC 9309) and which pages there are (sitemaps.org). */
@Controller
class FoundPages {

    private static final String GOODS = "/sitemap/goods.xml";

    private static final Duration KEPT = Duration.ofHours(1);

    private final SkusForSale goods;
    private final PublicAddress address;

    FoundPages(SkusForSale goods, PublicAddress address) {
        this.goods = goods;
        this.address = address;
    }

    /** The addresses of orders are secrets and are named nowhere, and a cart is nobody else's affair. */
    @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> robots() {
        return kept("""
                User-agent: *
                Disallow: /account
                Disallow: /api/
                Disallow: /cart
                Disallow: /checkout
                Disallow: /office
                Disallow: /orders/
                Allow: /

                Sitemap: %s/sitemap.xml
                """.formatted(address.url()));
    }

    /** Names the parts; the first begins before every SKU, so that it is there in an empty shop too. */
    @GetMapping(value = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> sitemap() {
        StringBuilder parts = new StringBuilder();
        add(parts, "sitemap", GOODS);
        for (Sku from : goods.laterParts()) {
            add(parts, "sitemap", GOODS + "?from=" + from);
        }
        return kept(written("sitemapindex", parts));
    }

    /**
     * The products of a part, and in the first part the shelf; not found if there is nothing in it.
     *
     * @param from the SKU that the part begins at; null for the first
     */
    @GetMapping(value = GOODS, produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> goods(@RequestParam(required = false) @Nullable String from) {
        StringBuilder pages = new StringBuilder();
        if (from == null) {
            add(pages, "url", "/");
            addAll(pages, goods.part(null));
        } else {
            Sku.ifValid(from).ifPresent(sku -> addAll(pages, goods.part(sku)));
        }
        return pages.isEmpty() ? ResponseEntity.notFound().build() : kept(written("urlset", pages));
    }

    private void addAll(StringBuilder pages, List<Sku> skus) {
        skus.forEach(sku -> add(pages, "url", "/products/" + sku));
    }

    /** A SKU has no letter that XML or an address would take for something else. */
    private void add(StringBuilder list, String element, String path) {
        list.append("<%1$s><loc>%2$s%3$s</loc></%1$s>\n".formatted(element, address.url(), path));
    }

    private static String written(String root, StringBuilder list) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <%1$s xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                %2$s</%1$s>
                """.formatted(root, list);
    }

    private static ResponseEntity<String> kept(String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(text);
    }
}
