package io.agizo.office.pages.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.customers.Customers;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.CodeForm;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What the scripts of the till fetch: who sells, what there is to sell, and to whom. */
@RestController
class TillData {

    private static final int MOST_SKUS = 200;
    private static final int MOST_CUSTOMERS = 8;
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Products products;
    private final Customers customers;
    private final JsonMapper json;
    private final Clock clock;

    TillData(Products products, Customers customers, JsonMapper json, Clock clock) {
        this.products = products;
        this.customers = customers;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A product as the till keeps it.
     *
     * @param nameSw what it is called to readers of Swahili; left out if the same
     * @param categorySw what its category is called to readers of Swahili; left out if the same
     * @param picture where its small picture is; left out for one that has none
     */
    record Goods(
            String sku,
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nameSw,

            Money price,
            @Nullable String category,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String categorySw,

            List<String> barcodes,
            int available,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String picture) {

        private static final int TILE_PIXELS = 160;

        static Goods of(ProductView product) {
            return new Goods(
                    product.sku().value(),
                    product.name(),
                    product.translations().in("sw").name(),
                    product.price(),
                    product.category(),
                    product.translations().in("sw").category(),
                    Objects.requireNonNullElse(product.barcodes(), List.of()),
                    product.stock().available(),
                    product.images().isEmpty()
                            ? null
                            : product.images().getFirst().atLeast(TILE_PIXELS).url());
        }
    }

    /** Who sells, how their forms are protected, and what the shop's clock says. */
    record Session(
            String seller,
            String name,
            String csrfField,
            String csrf,
            boolean mayHandOver,
            boolean maySearchCustomers,
            Instant now) {}

    /** A customer as the cashier chooses among them. */
    record Found(String code, String name, @Nullable PhoneNumber phone) {}

    @GetMapping(CounterPages.PATH + "/session")
    ResponseEntity<Session> session(Caller caller, HttpServletRequest request) {
        caller.must(Permission.ORDERS_PLACE);
        CsrfToken token =
                Objects.requireNonNull((CsrfToken) request.getAttribute(CsrfToken.class.getName()), "no form token");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Session(
                        caller.id(),
                        caller.name(),
                        token.getParameterName(),
                        token.getToken(),
                        caller.may(Permission.ORDERS_FULFIL),
                        caller.may(Permission.CUSTOMERS_READ),
                        clock.instant()));
    }

    /** All that is for sale, or only these; a weak tag, since what has a strong one is not compressed on its way. */
    @GetMapping(CounterPages.PATH + "/products")
    ResponseEntity<byte[]> products(Caller caller, @RequestParam(defaultValue = "") List<String> sku) {
        List<Sku> skus = sku.stream()
                .filter(CodeForm::fits)
                .limit(MOST_SKUS)
                .map(Sku::new)
                .toList();
        List<Goods> goods = sku.isEmpty() || !skus.isEmpty()
                ? products.forTill(caller, skus).stream().map(Goods::of).toList()
                : List.of();
        byte[] body = json.writeValueAsBytes(goods);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    @GetMapping(CounterPages.PATH + "/customers")
    ResponseEntity<List<Found>> customers(Caller caller, @RequestParam(defaultValue = "") String q) {
        List<Found> found = customers.list(caller, q, new PageRequest(MOST_CUSTOMERS, null)).items().stream()
                .map(customer -> new Found(
                        customer.code().value(), Objects.requireNonNullElse(customer.name(), ""), customer.phone()))
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
    }

    /** The script that keeps the till going without a line; it may speak for the pages below its own place. */
    @GetMapping("/office/counter-worker.js")
    ResponseEntity<byte[]> worker(Caller caller) throws IOException {
        caller.must(Permission.ORDERS_PLACE);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(SCRIPT)
                .body(new ClassPathResource("static/js/till/worker.js").getContentAsByteArray());
    }
}
