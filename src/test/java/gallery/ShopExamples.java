package gallery;

import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.catalog.Category;
import io.agizo.catalog.ProductId;
import io.agizo.catalog.ProductView;
import io.agizo.pages.Form;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import io.agizo.storefront.pages.cart.CartPageView;
import io.agizo.storefront.pages.cart.CartPageView.Removed;
import io.agizo.storefront.pages.catalog.ProductPageView;
import io.agizo.storefront.pages.catalog.ShelfView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shelf, a product and the cart, full, empty and when something ran out. */
final class ShopExamples {

    private static final Instant THEN = Instant.parse("2026-11-21T07:41:00Z");
    private static final Form BLANK = Form.blank();
    private static final ProductView TEA = product("TEA-500", "Kericho tea 500 g", "450.00", 97);
    private static final ProductView HONEY = product("HONEY-350", "Mwingi honey 350 g", "480.00", 3);
    private static final ProductView HOSTILE =
            product("MILK-500", "<script>alert(1)</script>\"' maziwa ya mama yangu na ndugu zake wote", "65.00", 0);

    private ShopExamples() {}

    static Stream<Example> all() {
        List<ProductView> shelf = List.of(TEA, HONEY, HOSTILE);
        CartView cart = cart(line("TEA-500", "Kericho tea 500 g", 2, "450.00", 97, null));
        CartView troubled = cart(
                line("TEA-500", "Kericho tea 500 g", 2, "450.00", 97, "430.00"),
                line("HONEY-350", "Mwingi honey 350 g", 3, "480.00", 2, null),
                line("MALA-500", "Mala 500 ml", 1, "80.00", 0, null),
                line("MILK-500", "<script>alert(1)</script>\"'", 1, null, 0, null));
        return Stream.of(
                out("shelf", "catalog/shelf", shelf(shelf, "more", BLANK, cart)),
                out(
                        "shelf-found",
                        "catalog/shelf",
                        shelf(List.of(TEA), null, Form.of(Map.of("q", "chai", "sort", "price")), null)),
                out("shelf-none", "catalog/shelf", shelf(List.of(), null, BLANK, null)),
                out(
                        "shelf-nothing-found",
                        "catalog/shelf",
                        shelf(List.of(), null, Form.of(Map.of("q", "xylophone", "category", "Groceries")), cart)),
                out("shop-product", "catalog/product", new ProductPageView(TEA, cart, BLANK)),
                out("shop-product-few", "catalog/product", new ProductPageView(HONEY, troubled, BLANK)),
                out("shop-product-gone", "catalog/product", new ProductPageView(HOSTILE, null, BLANK)),
                out(
                        "shop-product-told",
                        "catalog/product",
                        new ProductPageView(
                                product("MALA-500", "Mala 500 ml", "80.00", 0),
                                null,
                                Form.of(Map.of("phone", "0711 00"))
                                        .refused(
                                                "phone",
                                                "form.fault",
                                                "is not a telephone number; write it like 0711000001 or +254711000001"))),
                out("cart", "cart/cart", new CartPageView(cart, Map.of(), BLANK, null)),
                out(
                        "cart-troubled",
                        "cart/cart",
                        new CartPageView(
                                troubled,
                                Map.of(),
                                Form.of(Map.of("TEA-500", "two"))
                                        .refused("TEA-500", "form.fault", "must be a whole number from 0 to 100000"),
                                null)),
                out(
                        "cart-removed",
                        "cart/cart",
                        new CartPageView(cart, Map.of(), BLANK, new Removed(new Sku("MALA-500"), "Mala 500 ml", 2))),
                new Example("offline", "storefront/offline", Map.of(), false),
                out("cart-empty", "cart/cart", new CartPageView(null, Map.of(), BLANK, null)));
    }

    private static ShelfView shelf(
            List<ProductView> products, @Nullable String next, Form form, @Nullable CartView cart) {
        List<Category> categories = products.isEmpty() && !form.equals(BLANK) || !products.isEmpty()
                ? List.of(
                        new Category("Bakery", "Mikate"),
                        new Category("Dairy and eggs", "Maziwa na mayai"),
                        new Category("Fresh produce", null),
                        new Category("Groceries", "Vyakula"))
                : List.of();
        return new ShelfView(products, next, List.of(), form, categories, cart, "?");
    }

    private static CartView cart(CartView.Line... lines) {
        return new CartView(new CartId("Vb3kR9sQ2mXw7LpZ0tYc1dEf"), List.of(lines), money("2340.00"), "KES", null, 1);
    }

    private static CartView.Line line(
            String sku, String name, int quantity, @Nullable String price, int available, @Nullable String before) {
        return new CartView.Line(
                new Sku(sku),
                name,
                null,
                quantity,
                price == null ? null : money(price),
                price == null ? null : money(price).times(quantity),
                available,
                before == null ? null : money(before));
    }

    private static ProductView product(String sku, String name, String price, int available) {
        return new ProductView(
                new ProductId(UUID.randomUUID()),
                new Sku(sku),
                name,
                "Loose leaf, from the highlands.",
                io.agizo.catalog.Translations.NONE,
                money(price),
                "KES",
                "Groceries",
                true,
                null,
                null,
                null,
                new ProductView.Stock(null, null, available),
                List.of(),
                THEN,
                1);
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("KES"));
    }

    private static Example out(String name, String template, Object view) {
        return new Example(name, "storefront/" + template, Map.of("view", view), false);
    }
}
