package io.agizo.storefront.pages.found;

import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductSort;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.PublicAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells search engines what they may read (robots.txt, RFC 9309) and which pages there are (sitemaps.org). */
@Controller
class FoundPages {

    /** Enough for a shop of this kind; a sitemap may name 50,000, but each look at it would read them all. */
    private static final int MOST_PRODUCTS = 2_000;

    private static final Duration KEPT = Duration.ofHours(1);

    private final Products products;
    private final PublicAddress address;

    FoundPages(Products products, PublicAddress address) {
        this.products = products;
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

    /** The shelf and the newest products on it; a SKU has no letter that XML or an address would take for something else. */
    @GetMapping(value = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> sitemap() {
        StringBuilder map = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        add(map, "/");
        for (ProductView product : newest()) {
            add(map, "/products/" + product.sku());
        }
        return kept(map.append("</urlset>\n").toString());
    }

    private List<ProductView> newest() {
        var forSale = new ProductFilter(null, null, null, true);
        return products.list(Caller.anyone(), forSale, ProductSort.NEWEST, new PageRequest(MOST_PRODUCTS, null))
                .items();
    }

    private void add(StringBuilder map, String path) {
        map.append("<url><loc>").append(address.url()).append(path).append("</loc></url>\n");
    }

    private static ResponseEntity<String> kept(String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(text);
    }
}
