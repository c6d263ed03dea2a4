package io.agizo.storefront.pages.catalog;

import io.agizo.cart.CartView;
import io.agizo.catalog.Category;
import io.agizo.catalog.ProductView;
import io.agizo.pages.Form;
import io.agizo.shared.Sku;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Products that are for sale, as far as they match what is asked for.
 *
 * @param next the cursor under which the list goes on, if it does
 * @param form what is asked for: {@code q}, {@code category}, {@code sort}, {@code inStock}
 * @param cart of this browser; null if there is none
 * @param question of this list, to come back to it
 */
public record ShelfView(
        List<ProductView> products,
        @Nullable String next,
        List<ProductView> near,
        Form form,
        List<Category> categories,
        @Nullable CartView cart,
        String question) {

    public ShelfView {
        products = List.copyOf(products);
        near = List.copyOf(near);
        categories = List.copyOf(categories);
    }

    /** Whether anything is asked for, rather than all there is. */
    public boolean isNarrowed() {
        return !form.typed("q").isBlank() || !form.typed("category").isBlank() || refinements() > 0;
    }

    /** What the category that is asked for is called to a reader of the language; empty if none is. */
    public String categoryIn(String language) {
        String asked = form.typed("category");
        return categories.stream()
                .filter(category -> category.name().equals(asked))
                .findFirst()
                .map(category -> category.nameIn(language))
                .orElse(asked);
    }

    /** How much of what stands behind a press is asked for. */
    public long refinements() {
        return Stream.of("min", "max", "inStock", "sort")
                .filter(field -> !form.typed(field).isBlank())
                .count();
    }

    /** Whether this is where the list begins, with nothing asked for. */
    public boolean isFirst() {
        return question.equals("?");
    }

    public int inCart(Sku sku) {
        return inCart(cart, sku);
    }

    /** How many units of a product are in a cart. */
    public static int inCart(@Nullable CartView cart, Sku sku) {
        return cart == null
                ? 0
                : cart.lines().stream()
                        .filter(line -> line.sku().equals(sku))
                        .mapToInt(CartView.Line::quantity)
                        .sum();
    }
}
