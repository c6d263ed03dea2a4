package io.agizo.storefront.pages.cart;

import io.agizo.cart.CartView;
import io.agizo.catalog.ProductImage;
import io.agizo.pages.Form;
import io.agizo.shared.Sku;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cart of this browser.
 *
 * @param cart null if there is none
 * @param pictures the first picture of each product that has one
 * @param form what is wrong with what was typed; a field is called as the SKU of its line
 * @param removed what was taken out a moment ago and can be put back; null if nothing was
 * @param putBack what was put back just now; null if nothing was
 */
public record CartPageView(
        @Nullable CartView cart,
        Map<Sku, ProductImage> pictures,
        Form form,
        @Nullable Removed removed,
        @Nullable Sku putBack) {

    public CartPageView {
        pictures = Map.copyOf(pictures);
    }

    public CartPageView(
            @Nullable CartView cart, Map<Sku, ProductImage> pictures, Form form, @Nullable Removed removed) {
        this(cart, pictures, form, removed, null);
    }

    CartPageView puttingBack(Sku sku) {
        return new CartPageView(cart, pictures, form, removed, sku);
    }

    /** So many units of a product that were taken out. */
    public record Removed(Sku sku, String name, int quantity) {}

    public boolean isEmpty() {
        return cart == null || cart.lines().isEmpty();
    }

    /** What the shop says of the lines; while it stays the same, nobody who looks at them has missed anything. */
    public String state() {
        return cart == null
                ? ""
                : cart.lines().stream()
                        .map(line -> line.price() + "/" + Math.min(line.quantity(), line.available()))
                        .collect(Collectors.joining(" "));
    }

    /** Whether all that is in the cart can be ordered as it is. */
    public boolean isOrderable() {
        return cart != null
                && cart.total() != null
                && cart.lines().stream().allMatch(line -> line.price() != null && line.quantity() <= line.available());
    }
}
