package io.agizo.storefront;

import io.agizo.catalog.ImageDetails;
import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductPictures;
import io.agizo.catalog.Products;
import io.agizo.catalog.Translations;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.pictures.PictureSamples;
import io.agizo.pictures.PreparedPicture;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Goods that a test puts on the shelf of the shared shop, and what others do to them. */
final class Goods {

    private static final Caller OTHERS = new Caller("others", "Others", Set.of(Permission.values()));

    private Goods() {}

    /** A product of its own that nobody else's test touches; its name is "Goods" and its SKU. */
    static Sku fresh(String price, int stock) {
        return fresh("Goods", price, stock);
    }

    static Sku fresh(String name, String price, int stock) {
        return fresh(name, price, stock, "Shop tests");
    }

    static Sku fresh(String name, String price, int stock, String category) {
        String sku = "SHOP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        products()
                .add(
                        OTHERS,
                        new ProductDetails(
                                sku,
                                name + " " + sku,
                                "",
                                new BigDecimal(price),
                                category,
                                true,
                                stock,
                                List.of(),
                                null,
                                null));
        return new Sku(sku);
    }

    /** A product with another name and description to readers of Swahili. */
    static Sku inBothLanguages(String name, String swahili, String price, int stock) {
        Sku sku = fresh(name, price, stock);
        var translations = Translations.swahili(swahili + " " + sku, "Safi & <b>nzuri</b>");
        change(sku, was -> with(was, was.name(), "Fresh & <b>fine</b>", was.price(), was.visible(), translations));
        return sku;
    }

    static void hangPicture(Sku sku) throws IOException {
        ProductPictures pictures = TwoReplicas.bean(ProductPictures.class);
        PreparedPicture picture = pictures.prepare(OTHERS, sku, new ByteArrayInputStream(PictureSamples.png(200, 200)));
        pictures.add(OTHERS, sku, picture, new ImageDetails(null, null));
    }

    /** Others take so many off the shelf. */
    static void take(Sku sku, int units) {
        TwoReplicas.bean(AdjustStock.class).adjust(OTHERS, sku, new StockAdjustment(-units, "sold"));
    }

    static void price(Sku sku, String price) {
        change(
                sku,
                was -> with(
                        was, was.name(), was.description(), new BigDecimal(price), was.visible(), was.translations()));
    }

    static void rename(Sku sku, String name) {
        change(sku, was -> with(was, name, was.description(), was.price(), was.visible(), was.translations()));
    }

    static void hide(Sku sku) {
        change(sku, was -> with(was, was.name(), was.description(), was.price(), false, was.translations()));
    }

    static void remove(Sku sku) {
        products().archive(OTHERS, sku, null);
    }

    private static void change(Sku sku, UnaryOperator<ProductDetails> change) {
        products().change(OTHERS, sku, null, change);
    }

    private static ProductDetails with(
            ProductDetails was,
            String name,
            String description,
            BigDecimal price,
            boolean visible,
            Translations translations) {
        return new ProductDetails(
                was.sku(),
                name,
                description,
                price,
                was.category(),
                visible,
                null,
                was.barcodes(),
                was.lowAt(),
                translations);
    }

    private static Products products() {
        return TwoReplicas.bean(Products.class);
    }
}
