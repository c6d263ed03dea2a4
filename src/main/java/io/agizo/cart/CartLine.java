package io.agizo.cart;

import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * So many units of a product, with what the shopper last saw of it.
 *
 * @param product what was shown under the SKU; null if it was shown as no longer for sale
 * @param price what was shown for one unit; null together with the product
 * @param enough whether as many were shown as available
 */
public record CartLine(
        Sku sku,
        int quantity,
        Instant addedAt,
        String name,
        @Nullable ProductId product,
        @Nullable Money price,
        boolean enough) {

    static CartLine of(PricedProduct product, int quantity, Instant now) {
        return new CartLine(product.sku(), quantity, now, product.name(), product.id(), product.price(), false);
    }

    CartLine of(int units) {
        return new CartLine(sku, units, addedAt, name, product, price, enough);
    }

    /** The line as the shopper sees it now. */
    CartLine seen(@Nullable OnSale now) {
        if (now == null) {
            return new CartLine(sku, quantity, addedAt, name, null, null, false);
        }
        PricedProduct is = now.product();
        return new CartLine(sku, quantity, addedAt, is.name(), is.id(), is.price(), quantity <= now.available());
    }

    /** Whether the shopper would get something else than they saw: another product, another price, or too few. */
    boolean isOtherThanShown(@Nullable OnSale now) {
        CartLine seen = seen(now);
        return !Objects.equals(product, seen.product) || !Objects.equals(price, seen.price) || (enough && !seen.enough);
    }
}
