package gallery;

import io.agizo.catalog.Availability;
import io.agizo.catalog.ProductId;
import io.agizo.catalog.ProductView;
import io.agizo.office.pages.products.LedgerLine;
import io.agizo.office.pages.products.ProductFormView;
import io.agizo.office.pages.products.ProductListView;
import io.agizo.office.pages.products.ProductPageView;
import io.agizo.office.pages.products.ProductPageView.Counted;
import io.agizo.pages.Form;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of products, full, empty and refused. */
final class ProductExamples {

    private static final Instant THEN = Instant.parse("2026-11-21T07:41:00Z");
    private static final Form TEA = Form.of(Map.of(
            "sku",
            "TEA-500",
            "name",
            "Kericho tea 500 g",
            "price",
            "450.00",
            "category",
            "Groceries",
            "barcodes",
            "6161100600034\nCRATE-7",
            "description",
            "Loose leaf, from the highlands."));

    private ProductExamples() {}

    static Stream<Example> all() {
        ProductView tea = product("TEA-500", "Kericho tea 500 g", "450.00", 100, 3, Availability.AVAILABLE, true);
        List<ProductView> shelf = List.of(
                tea,
                product("HONEY-350", "Mwingi honey 350 g", "680.00", 5, 2, Availability.LOW, true),
                product(
                        "MAIZE-2",
                        "Maize flour, the very finest, sifted twice, 2 kg",
                        "210.00",
                        4,
                        4,
                        Availability.OUT,
                        true),
                product("CASHEW-500", "Kilifi cashews 500 g", "12900.00", 20, 0, Availability.AVAILABLE, true));
        List<LedgerLine> ledger = List.of(
                new LedgerLine(THEN, "products.moved.count", null, null, -2, 0, null, "Amina Otieno"),
                new LedgerLine(THEN, "products.moved.order-fulfilled", null, null, -2, -2, "A7K2-9QX", "Baraka Mwangi"),
                new LedgerLine(THEN, "products.moved.order-placed", null, null, 0, 2, "A7K2-9QX", "Baraka Mwangi"),
                new LedgerLine(
                        THEN,
                        "products.moved.adjustment",
                        "products.reason.delivery",
                        null,
                        24,
                        0,
                        null,
                        "Amina Otieno"),
                new LedgerLine(
                        THEN, "products.moved.adjustment", null, "Mice <b>again</b>", -1, 0, null, "Amina Otieno"),
                new LedgerLine(THEN, "products.moved.opening", null, null, 80, 0, null, "Amina Otieno"));
        Form blank = Form.blank();
        return Stream.of(
                in(
                        "products",
                        "list",
                        new ProductListView(shelf, "more", "sale", blank, categories(), 12, 1000, 1000, false, "")),
                in(
                        "products-hidden",
                        "list",
                        new ProductListView(
                                List.of(product(
                                        "TEA-500",
                                        "Kericho tea 500 g",
                                        "450.00",
                                        100,
                                        3,
                                        Availability.AVAILABLE,
                                        false)),
                                null,
                                "hidden",
                                blank,
                                categories(),
                                0,
                                0,
                                1000,
                                false,
                                "?state=hidden")),
                in(
                        "products-none",
                        "list",
                        new ProductListView(List.of(), null, "sale", blank, List.of(), 0, 0, 1000, false, "")),
                in(
                        "products-low-none",
                        "list",
                        new ProductListView(List.of(), null, "low", blank, categories(), 0, 2, 1000, false, "")),
                in(
                        "products-no-match",
                        "list",
                        new ProductListView(
                                List.of(),
                                null,
                                "sale",
                                Form.of(Map.of("q", "xylophone")),
                                categories(),
                                1,
                                2,
                                1000,
                                true,
                                "?q=xylophone")),
                in("product", "product", page(tea, details(TEA, List.of()), blank, null, ledger, "more")),
                in(
                        "product-counted",
                        "product",
                        page(tea, details(TEA, List.of()), blank, new Counted(98, -2), ledger, null)),
                in(
                        "product-stock-refused",
                        "product",
                        page(
                                tea,
                                details(TEA, List.of()),
                                Form.of(Map.of("delta", "120", "reason", "broken"))
                                        .refused("delta", "products.stock.reserved", "3", "97"),
                                null,
                                List.of(),
                                null)),
                in(
                        "product-changed",
                        "product",
                        page(
                                tea,
                                details(
                                        TEA.refused("", "products.changed"),
                                        List.of(
                                                new ProductFormView.Theirs("products.name", "Kericho tea, half a kilo"),
                                                new ProductFormView.Theirs("products.category", ""))),
                                blank,
                                null,
                                ledger,
                                null)),
                in("product-new", "new", details(blank, List.of())),
                in(
                        "product-new-wrong",
                        "new",
                        details(
                                TEA.refused("sku", "products.sku.taken")
                                        .refused(
                                                "price",
                                                "form.fault",
                                                "must be an amount with a decimal point, such as 1250.00")
                                        .refused(
                                                "barcodes",
                                                "products.barcodes.taken",
                                                "CRATE-7",
                                                "Mwingi honey",
                                                "HONEY-350")
                                        .refused("category", "form.fault", "must be at most 60 characters"),
                                List.of())));
    }

    private static ProductFormView details(Form form, List<ProductFormView.Theirs> theirs) {
        return new ProductFormView(form, true, 1, 5, categories(), theirs);
    }

    private static ProductPageView page(
            ProductView product,
            ProductFormView details,
            Form stock,
            @Nullable Counted counted,
            List<LedgerLine> ledger,
            @Nullable String next) {
        return new ProductPageView(product, details, stock, Form.blank(), counted, ledger, next);
    }

    private static List<String> categories() {
        return List.of("Groceries", "Household", "Toys");
    }

    private static ProductView product(
            String sku,
            String name,
            String price,
            int onHand,
            int reserved,
            Availability availability,
            boolean visible) {
        Money money = new Money(new BigDecimal(price), Currency.getInstance("KES"));
        return new ProductView(
                new ProductId(UUID.randomUUID()),
                new Sku(sku),
                name,
                "Loose leaf, from the highlands.",
                io.agizo.catalog.Translations.NONE,
                money,
                "KES",
                "Groceries",
                visible,
                List.of("6161100600034"),
                null,
                availability,
                new ProductView.Stock(onHand, reserved, onHand - reserved),
                List.of(),
                THEN,
                1);
    }

    private static Example in(String name, String template, Object view) {
        return new Example(name, "office/products/" + template, Map.of("view", view), true);
    }
}
