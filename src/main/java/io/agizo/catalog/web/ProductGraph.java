package io.agizo.catalog.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.api.MergePatch;
import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.catalog.Availability;
import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductSort;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.search.SearchText;
import io.agizo.shared.AmountRange;
import io.agizo.shared.NotFound;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue over GraphQL. */
@Controller
class ProductGraph {

    private final Products products;
    private final Mutations mutations;
    private final MergePatch mergePatch;
    private final JsonMapper json;
    private final Shop shop;

    ProductGraph(Products products, Mutations mutations, MergePatch mergePatch, JsonMapper json, Shop shop) {
        this.products = products;
        this.mutations = mutations;
        this.mergePatch = mergePatch;
        this.json = json;
        this.shop = shop;
    }

    record ProductCreated(ProductView product) implements MutationResult {}

    record ProductUpdated(ProductView product) implements MutationResult {}

    record ProductDeleted(String sku) implements MutationResult {}

    @QueryMapping
    ProductView product(Caller caller, @Argument String sku) {
        return products.get(caller, known(sku));
    }

    @QueryMapping
    Connection<ProductView> products(
            Caller caller,
            @Argument @Nullable String q,
            @Argument @Nullable String category,
            @Argument @Nullable BigDecimal minPrice,
            @Argument @Nullable BigDecimal maxPrice,
            @Argument @Nullable Boolean inStock,
            @Argument @Nullable Availability availability,
            @Argument @Nullable String barcode,
            @Argument @Nullable Boolean visible,
            @Argument @Nullable ProductSort sort,
            PageRequest page) {
        var filter = new ProductFilter(
                SearchText.of(q),
                category,
                AmountRange.of("Price", minPrice, maxPrice, shop.currency()),
                inStock,
                Objects.requireNonNullElse(visible, true),
                availability,
                barcode);
        return Connection.of(products.list(caller, filter, sort, page));
    }

    @MutationMapping
    MutationResult createProduct(Caller caller, @Argument ProductDetails input, @Nullable IdempotencyKey key) {
        return mutations.once(
                caller,
                Permission.PRODUCTS_WRITE,
                key,
                ProductCreated.class,
                () -> new ProductCreated(products.add(caller, input)));
    }

    @MutationMapping
    MutationResult updateProduct(
            Caller caller,
            @Argument String sku,
            @Argument Map<String, @Nullable Object> input,
            @Argument @Nullable Integer ifVersion) {
        JsonNode patch = json.valueToTree(input);
        return mutations.run(() -> new ProductUpdated(products.change(
                caller, known(sku), ifVersion, details -> mergePatch.apply(details, patch, ProductDetails.class))));
    }

    @MutationMapping
    MutationResult deleteProduct(Caller caller, @Argument String sku, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            products.archive(caller, known(sku), ifVersion);
            return new ProductDeleted(sku);
        });
    }

    private static Sku known(String sku) {
        return Sku.ifValid(sku).orElseThrow(() -> new NotFound("No product has such an SKU."));
    }
}
