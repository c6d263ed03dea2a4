package io.agizo.catalog;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.pictures.Pictures;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue, as shoppers read it and employees and programs read and change it product by product. */
@Component
public class Products {

    /** What a browser on an old phone holds and searches without a wait; it is some three megabytes before compression. */
    private static final int MOST_ON_TILL = 20_000;

    private final ProductStore store;
    private final ProductViewStore views;
    private final BarcodeStore barcodes;
    private final ProductRules rules;
    private final OpeningStock openingStock;
    private final LowMark lowMark;
    private final UsualLowMark usualLowMark;
    private final Pictures pictures;
    private final Live live;
    private final Clock clock;

    Products(
            ProductStore store,
            ProductViewStore views,
            BarcodeStore barcodes,
            ProductRules rules,
            OpeningStock openingStock,
            LowMark lowMark,
            UsualLowMark usualLowMark,
            Pictures pictures,
            Live live,
            Clock clock) {
        this.store = store;
        this.views = views;
        this.barcodes = barcodes;
        this.rules = rules;
        this.openingStock = openingStock;
        this.lowMark = lowMark;
        this.usualLowMark = usualLowMark;
        this.pictures = pictures;
        this.live = live;
        this.clock = clock;
    }

    /** Adds a product with its opening stock. Needs {@code products:write}. */
    @Transactional
    public ProductView add(Caller caller, ProductDetails details) {
        caller.must(Permission.PRODUCTS_WRITE);
        Product product = Product.added(rules.check(details), clock.instant());
        claimBarcodes(product);
        if (store.insert(List.of(product)).isEmpty()) {
            throw taken(product.offer().sku());
        }
        int onHand = Objects.requireNonNullElse(details.stock(), 0);
        openingStock.open(caller, Map.of(product.id(), onHand));
        return ProductView.of(product, onHand, 0, usualLowMark);
    }

    /** Shoppers find what is visible, with what is available of it; those behind the counter find all of everything. */
    public ProductView get(Caller caller, Sku sku) {
        return Optional.ofNullable(bySku(caller, List.of(sku)).get(sku)).orElseThrow(() -> missing(sku));
    }

    /** Those of the products that are there for the caller, as {@link #get} shows them. */
    public Map<Sku, ProductView> bySku(Caller caller, Collection<Sku> skus) {
        boolean behindTheCounter = behindTheCounter(caller);
        return views.find(skus).stream()
                .filter(product -> product.visible() || behindTheCounter)
                .map(product -> behindTheCounter ? product : product.forShoppers())
                .collect(Collectors.toMap(ProductView::sku, Function.identity()));
    }

    /** The categories that products are in, in the order of the alphabet; of hidden ones only for those who may change them. */
    public List<Category> categories(Caller caller) {
        return views.categories(caller.may(Permission.PRODUCTS_WRITE));
    }

    /** The product that a scanner reads the code from, if there is one for the caller; its form does not matter. */
    public Optional<ProductView> byBarcode(Caller caller, String barcode) {
        boolean behindTheCounter = behindTheCounter(caller);
        return Barcode.ifValid(barcode)
                .flatMap(views::byBarcode)
                .filter(product -> product.visible() || behindTheCounter)
                .map(product -> behindTheCounter ? product : product.forShoppers());
    }

    /**
     * Anyone may list what is visible; listing what is hidden needs {@code products:write}.
     *
     * @param sort null for by name, and with words for the best match first
     */
    public Page<ProductView> list(
            Caller caller, ProductFilter filter, @Nullable ProductSort sort, PageRequest request) {
        if (filter.barcode() != null) {
            return byBarcode(caller, filter.barcode())
                    .filter(product -> request.after() == null)
                    .map(product -> new Page<>(
                            List.of(product),
                            null,
                            List.of(List.of(product.sku().value()))))
                    .orElse(Page.empty());
        }
        if (!filter.visible()) {
            caller.must(Permission.PRODUCTS_WRITE);
        }
        Page<ProductView> page = views.list(filter, sort, request);
        return behindTheCounter(caller)
                ? page
                : page.with(page.items().stream().map(ProductView::forShoppers).toList());
    }

    /**
     * What is for sale, by name, for a till that goes on selling without a line and so keeps all of it. Needs {@code
     * orders:place}.
     *
     * @param skus only these; none for everything
     */
    public List<ProductView> forTill(Caller caller, Collection<Sku> skus) {
        caller.must(Permission.ORDERS_PLACE);
        return skus.isEmpty()
                ? views.forSale(MOST_ON_TILL)
                : views.find(skus).stream().filter(ProductView::visible).toList();
    }

    /**
     * Puts what the change makes of a product's details in their place; the SKU may be changed to one that is free.
     * Needs {@code products:write}.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     */
    @Transactional
    public ProductView change(
            Caller caller, Sku sku, @Nullable Integer expectedVersion, UnaryOperator<ProductDetails> change) {
        caller.must(Permission.PRODUCTS_WRITE);
        lockStockIfNeeded(sku, change);
        Product present = lock(sku, expectedVersion);
        ProductDetails details = change.apply(ProductDetails.of(present.offer()));
        if (details.stock() != null) {
            throw new InvalidInput("/stock", "is not changed here; post the difference to stock-adjustments");
        }
        Offer offer = rules.check(details);
        if (!offer.equals(present.offer())) {
            write(present, present.with(offer));
        }
        return views.find(List.of(offer.sku())).getFirst();
    }

    /**
     * Takes a product out of the catalogue and frees its SKU; orders that name it keep its name and price.
     * Needs {@code products:write}.
     */
    @Transactional
    public void archive(Caller caller, Sku sku, @Nullable Integer expectedVersion) {
        caller.must(Permission.PRODUCTS_WRITE);
        Product product = lock(sku, expectedVersion);
        barcodes.free(product.id());
        pictures.letGo(product.images().stream().map(KeptImage::picture).toList());
        store.archive(product.id(), clock.instant());
        announce(product);
    }

    /** Refuses whoever works neither with products nor with stock or orders: for what shoppers have no page of. */
    public static void mustBeBehindTheCounter(Caller caller) {
        if (!behindTheCounter(caller)) {
            caller.must(Permission.STOCK_WRITE);
        }
    }

    /** Whether the caller works with stock or orders, and so sees hidden products and how much is promised. */
    private static boolean behindTheCounter(Caller caller) {
        return caller.may(Permission.PRODUCTS_WRITE)
                || caller.may(Permission.STOCK_WRITE)
                || caller.may(Permission.ORDERS_READ);
    }

    private Product lock(Sku sku, @Nullable Integer expectedVersion) {
        Product product = store.lock(List.of(sku)).get(sku);
        if (product == null) {
            throw missing(sku);
        }
        Stale.check(expectedVersion, product.version());
        return product;
    }

    /** Whoever counts locks the stock before the product, so a new low mark must too, or the two could wait for each other. */
    private void lockStockIfNeeded(Sku sku, UnaryOperator<ProductDetails> change) {
        Product present = store.read(List.of(sku)).get(sku);
        if (present != null) {
            ProductDetails details = ProductDetails.of(present.offer());
            if (!Objects.equals(change.apply(details).lowAt(), details.lowAt())) {
                lowMark.lock(present.id());
            }
        }
    }

    private void write(Product present, Product changed) {
        if (!changed.offer().barcodes().equals(present.offer().barcodes())) {
            claimBarcodes(changed);
        }
        try {
            store.update(List.of(changed));
        } catch (DuplicateKeyException skuIsTaken) {
            throw taken(changed.offer().sku());
        }
        announce(present);
        if (!Objects.equals(changed.offer().lowAt(), present.offer().lowAt())) {
            lowMark.set(changed.id(), changed.offer().lowAt());
        }
    }

    /** To whoever looks at it or has it in a cart, where it is known by the SKU that it had. */
    private void announce(Product changed) {
        live.announce(Topic.STOCK, changed.offer().sku().value(), "changed", null);
    }

    private void claimBarcodes(Product product) {
        barcodes.claim(List.of(product)).forEach((barcode, owner) -> {
            throw new Conflict(
                    "duplicate-barcode", "The product %s has the barcode %s.".formatted(owner.sku(), barcode));
        });
    }

    private static NotFound missing(Sku sku) {
        return new NotFound("There is no product " + sku + ".");
    }

    private static Conflict taken(Sku sku) {
        return new Conflict("duplicate-sku", "Another product has the SKU " + sku + ".");
    }
}
