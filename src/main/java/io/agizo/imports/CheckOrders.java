package io.agizo.imports;

import io.agizo.catalog.PriceList;
import io.agizo.catalog.PricedProduct;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDirectory;
import io.agizo.orders.KnownReferences;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.OrderRefused.UnknownCustomer;
import io.agizo.orders.OrderRefused.UnknownProduct;
import io.agizo.orders.PlaceOrder.Buyer;
import io.agizo.orders.PlaceOrder.Line;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells of orders that are only looked at what would stand in their way: customers and products that do not exist, prices
 * that differ. What is in stock is decided when an order is placed.
 */
@Component
class CheckOrders {

    private final KnownReferences references;
    private final CustomerDirectory customers;
    private final PriceList prices;

    CheckOrders(KnownReferences references, CustomerDirectory customers, PriceList prices) {
        this.references = references;
        this.customers = customers;
        this.prices = prices;
    }

    List<RowError> all(List<OrderDraft> drafts) {
        Set<CustomerCode> codes = new HashSet<>();
        Set<Sku> skus = new HashSet<>();
        for (OrderDraft draft : drafts) {
            if (draft.command().buyer() instanceof Buyer.Known(CustomerCode code)) {
                codes.add(code);
            }
            draft.command().lines().forEach(line -> {
                if (line instanceof Line.OfProduct product) {
                    skus.add(product.sku());
                }
            });
        }
        Set<CustomerCode> known = customers.byCode(codes).keySet();
        Map<Sku, PricedProduct> products = prices.bySku(skus);
        List<RowError> errors = new ArrayList<>();
        Set<String> placed = references.among(drafts.stream()
                .map(draft -> draft.command().reference())
                .filter(Objects::nonNull)
                .toList());
        for (OrderDraft draft : drafts) {
            OrderRefused refused = refusal(draft, known, products);
            if (refused != null && !placed.contains(draft.command().reference())) {
                errors.addAll(draft.errors(refused));
            }
        }
        return errors;
    }

    private static @Nullable OrderRefused refusal(
            OrderDraft draft, Set<CustomerCode> known, Map<Sku, PricedProduct> products) {
        if (draft.command().buyer() instanceof Buyer.Known(CustomerCode code) && !known.contains(code)) {
            return new UnknownCustomer(code);
        }
        List<Line> lines = draft.command().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Line.OfProduct(Sku sku, int quantity, var shown)) {
                PricedProduct product = products.get(sku);
                if (product == null || !product.visible()) {
                    return new UnknownProduct(i, sku);
                }
                if (shown != null && !shown.equals(product.price())) {
                    return new PriceChanged(i, sku, shown, product.price());
                }
            }
        }
        return null;
    }
}
