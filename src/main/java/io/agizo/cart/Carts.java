package io.agizo.cart;

import io.agizo.catalog.PriceList;
import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shoppers' carts: opened, shown and filled by whoever holds the secret, with no permission. What is shown is kept with
 * the cart, within the same transaction, since only what was shown is charged.
 */
@Component
public class Carts {

    private static final RandomGenerator SECRETS = new SecureRandom();

    private final CartStore store;
    private final PriceList prices;
    private final Shop shop;
    private final Clock clock;

    Carts(CartStore store, PriceList prices, Shop shop, Clock clock) {
        this.store = store;
        this.prices = prices;
        this.shop = shop;
        this.clock = clock;
    }

    /** Opens an empty cart, whose id nobody else is told. */
    @Transactional
    public CartView open() {
        Cart cart = Cart.opened(CartId.draw(SECRETS), now());
        store.insert(cart);
        return CartView.of(cart, sku -> null, shop.currency());
    }

    /** Shows the cart at the prices of this moment; it is locked and written only if that is not what was shown last. */
    @Transactional
    public CartView show(CartId id) {
        Cart cart = present(store.find(List.of(id), now()).get(id));
        Shelf shelf = shelf(cart, Set.of());
        return cart.seen(shelf, now()).equals(cart)
                ? view(cart, cart, shelf)
                : change(id, null, Set.of(), (held, onSale) -> held);
    }

    /** Whether there is such a cart that is no order yet; it is not shown. */
    @Transactional(readOnly = true)
    public boolean isOpen(CartId id) {
        Cart cart = store.find(List.of(id), now()).get(id);
        return cart != null && cart.order() == null;
    }

    /**
     * Sets how many units of a product are wanted, 1 to {@value Cart#MOST_UNITS}, whether or not as many are available.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     */
    @Transactional
    public CartView put(CartId id, Sku sku, int quantity, @Nullable Integer expectedVersion) {
        return put(id, sku, expectedVersion, cart -> quantity);
    }

    /** Adds so many units of a product to those that are in the cart, 1 to {@value Cart#MOST_UNITS} in the end. */
    @Transactional
    public CartView add(CartId id, Sku sku, int units) {
        return put(id, sku, null, cart -> cart.more(sku, units));
    }

    private CartView put(CartId id, Sku sku, @Nullable Integer expectedVersion, ToIntFunction<Cart> quantity) {
        CartView changed = change(id, expectedVersion, Set.of(sku), (cart, shelf) -> {
            cart.mustBeOpen();
            OnSale offered = shelf.of(sku);
            if (offered == null) {
                throw new NotFound("No product " + sku + " is for sale.");
            }
            return cart.with(offered, quantity.applyAsInt(cart), now());
        });
        if (changed.total() == null) {
            throw new InvalidInput("/quantity", "makes the cart cost more than an order can");
        }
        return changed;
    }

    /**
     * Takes a product out.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     */
    @Transactional
    public CartView remove(CartId id, Sku sku, @Nullable Integer expectedVersion) {
        return change(id, expectedVersion, Set.of(), (cart, shelf) -> {
            cart.mustBeOpen();
            CartLine line =
                    cart.line(sku).orElseThrow(() -> new NotFound("There is no product " + sku + " in the cart."));
            store.deleteLine(id, sku);
            return cart.without(line, now());
        });
    }

    /** Changes the cart under its lock, shows it, and keeps what is shown. */
    private CartView change(
            CartId id, @Nullable Integer expectedVersion, Set<Sku> added, BiFunction<Cart, Shelf, Cart> change) {
        Cart cart = present(store.lock(List.of(id), now()).get(id));
        Stale.check(expectedVersion, cart.version());
        Shelf shelf = shelf(cart, added);
        Cart shown = change.apply(cart, shelf).seen(shelf, now());
        if (!shown.equals(cart)) {
            store.save(List.of(shown));
        }
        return view(shown, cart, shelf);
    }

    private CartView view(Cart shown, Cart before, Shelf shelf) {
        return CartView.of(shown, shelf, shop.currency()).since(before);
    }

    private Shelf shelf(Cart cart, Set<Sku> added) {
        Set<Sku> skus = new HashSet<>(added);
        cart.lines().forEach(line -> skus.add(line.sku()));
        Map<Sku, PricedProduct> products = prices.bySku(skus);
        Map<ProductId, Integer> available = products.isEmpty()
                ? Map.of()
                : store.available(
                        products.values().stream().map(PricedProduct::id).toList());
        return sku -> {
            PricedProduct product = products.get(sku);
            return product == null || !product.visible()
                    ? null
                    : new OnSale(product, available.getOrDefault(product.id(), 0));
        };
    }

    private static Cart present(@Nullable Cart cart) {
        if (cart == null) {
            throw CartId.unknown();
        }
        return cart;
    }

    /** Cut to what the database keeps of a time, so that a cart read again equals the one written. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
