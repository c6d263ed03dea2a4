package io.agizo.catalog.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Creates;
import io.agizo.api.CsvFile;
import io.agizo.api.Download;
import io.agizo.api.Downloads;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.IfMatch;
import io.agizo.api.MergePatch;
import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductTable;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The catalogue over REST. */
@RestController
@RequestMapping(ProductController.PATH)
@Tag(name = "Products and stock", description = "What the shop sells, and how much of it is left.")
class ProductController {

    static final String PATH = "/api/v1/products";

    static final String EXAMPLE = """
            {"sku":"TEA-500","name":"Kericho tea 500 g","description":"Loose leaf","translations":{"sw":{"name":"Majani ya chai Kericho 500 g"}},"price":"450.00",\
            "currency":"KES","category":"Groceries","visible":true,\
            "barcodes":["6161100600034"],"availability":"available","stock":{"onHand":100,"reserved":3,"available":97},\
            "images":[{"id":"5f0c6d2e9b1a4c3d8e7f60718293a4b5","description":"A packet of Kericho tea",\
            "width":160,"height":160,"sizes":[{"width":160,"height":160,\
            "url":"/pictures/5f0c6d2e9b1a4c3d8e7f60718293a4b5-160.webp"}]}],\
            "createdAt":"2026-11-22T09:00:00Z"}""";

    private static final String NEW_EXAMPLE = """
            {"sku":"TEA-500","name":"Kericho tea 500 g","description":"Loose leaf","price":"450.00",\
            "category":"Groceries","stock":100,"visible":true,"barcodes":["6161100600034"],"lowAt":10,\
            "translations":{"sw":{"name":"Majani ya chai Kericho 500 g"}}}""";

    private static final String CSV_EXAMPLE = """
            sku,name,price,stock,category,description,visible,barcodes,name_sw,description_sw,category_sw
            TEA-500,Kericho tea 500 g,450.00,100,Groceries,Loose leaf,true,6161100600034,Majani ya chai Kericho 500 g,Majani ya chai,Vyakula
            """;

    private final Products products;
    private final Answers answers;
    private final IdempotentAnswers idempotent;
    private final MergePatch mergePatch;
    private final Shop shop;

    ProductController(
            Products products, Answers answers, IdempotentAnswers idempotent, MergePatch mergePatch, Shop shop) {
        this.products = products;
        this.answers = answers;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
        this.shop = shop;
    }

    @PostMapping
    @Needs(Permission.PRODUCTS_WRITE)
    @Refuses({ProblemType.DUPLICATE_SKU, ProblemType.DUPLICATE_BARCODE})
    @Operation(
            summary = "Add a product",
            description = "The price is for one unit in the shop's currency; stock is the units on hand to start with. "
                    + "A barcode is of one product; an EAN or UPC needs its check digit, and a UPC-A and the EAN-13 with a 0 "
                    + "before it are one. lowAt is at how many available units the product counts as low: 0 for never, "
                    + "null for what is usual in the shop. translations has the name, the description and the category for readers of other "
                    + "languages, who read the product's own where nothing is said; the search finds both.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProductDetails.class),
                            examples = @ExampleObject(NEW_EXAMPLE)))
    @Creates(value = ProductView.class, description = "Added", example = EXAMPLE)
    Answer add(Caller caller, @Nullable IdempotencyKey key, @RequestBody ProductDetails details) {
        return idempotent.once(key, () -> added(products.add(caller, details)));
    }

    @GetMapping
    @Refuses(ProblemType.PERMISSION_DENIED)
    @Operation(
            summary = "List products",
            description = "Anyone may list the visible ones. Without products:write, stock:write or orders:read "
                    + "their stock shows only what is available, and neither barcodes nor low marks. "
                    + "As text/csv: all that match, in one table that the upload takes.")
    Page<ProductView> list(Caller caller, @ParameterObject ProductQuery query, PageRequest page) {
        return products.list(caller, query.filter(shop), query.order(), page);
    }

    @GetMapping(produces = CsvFile.MEDIA_TYPE)
    @Downloads(CSV_EXAMPLE)
    Download<ProductView> download(Caller caller, @ParameterObject ProductQuery query) {
        return ProductTable.of(page -> products.list(caller, query.filter(shop), query.order(), page));
    }

    @GetMapping("/{sku}")
    @Operation(summary = "Read a product", description = "Hidden products are there only for those who work with them.")
    ProductView get(Caller caller, @PathVariable Sku sku) {
        return products.get(caller, sku);
    }

    @PatchMapping(
            path = "/{sku}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Needs(Permission.PRODUCTS_WRITE)
    @Operation(
            summary = "Change a product",
            description = "A merge patch: what is left out stays, null takes away. Stock is changed by adjustments.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = "object", description = "Any fields of a new product but stock"),
                            examples = @ExampleObject("{\"price\":\"480.00\",\"visible\":false}")))
    ProductView change(Caller caller, @PathVariable Sku sku, IfMatch ifMatch, @RequestBody JsonNode patch) {
        return products.change(
                caller, sku, ifMatch.version(), details -> mergePatch.apply(details, patch, ProductDetails.class));
    }

    @DeleteMapping("/{sku}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.PRODUCTS_WRITE)
    @Operation(
            summary = "Take a product out of the catalogue",
            description = "Orders that name it keep its name and price. Its SKU may be used again.")
    void archive(Caller caller, @PathVariable Sku sku, IfMatch ifMatch) {
        products.archive(caller, sku, ifMatch.version());
    }

    private Answer added(ProductView product) {
        return answers.created(product, PATH + "/" + product.sku());
    }
}
