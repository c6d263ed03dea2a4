package io.agizo.catalog;

import io.agizo.api.Download;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Products as a table that can be uploaded again, for every door that offers it. */
public final class ProductTable {

    /** The names of its columns, in order; the first is what a row is known by. */
    public static final List<String> COLUMNS = List.of(
            "sku",
            "name",
            "price",
            "stock",
            "category",
            "description",
            "visible",
            "barcodes",
            "name_sw",
            "description_sw",
            "category_sw");

    private ProductTable() {}

    public static Download<ProductView> of(Function<PageRequest, Page<ProductView>> pages) {
        return Download.ofRows(
                "products.csv",
                COLUMNS,
                pages,
                product -> Arrays.asList(
                        product.sku(),
                        product.name(),
                        product.price().plain(),
                        product.stock().onHand() == null
                                ? product.stock().available()
                                : product.stock().onHand(),
                        product.category(),
                        product.description(),
                        product.visible(),
                        product.barcodes() == null ? null : String.join(" ", product.barcodes()),
                        product.translations().in("sw").name(),
                        product.translations().in("sw").description(),
                        product.translations().in("sw").category()));
    }
}
