package io.agizo.orders;

import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.catalog.Translations;
import io.agizo.identity.Caller;
import io.agizo.shared.Sku;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was ordered, under the names that goods have for readers of another language. An order keeps what they were called in the
 * shop's own words when it was placed, and where the shop has renamed them since, those stay.
 */
@Component
public class ItemNames {

    private final Products products;

    ItemNames(Products products) {
        this.products = products;
    }

    /** Says how lines read in the language, after at most one look at the goods of all of them. */
    public UnaryOperator<OrderView.Line> in(String language, Collection<OrderView.Line> lines) {
        if (!Translations.areKeptIn(language)) {
            return UnaryOperator.identity();
        }
        Set<Sku> skus =
                lines.stream().map(OrderView.Line::sku).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<Sku, ProductView> goods = products.bySku(Caller.anyone(), skus);
        return line -> {
            ProductView now = goods.get(line.sku());
            return now != null && now.name().equals(line.item()) ? line.called(now.nameIn(language)) : line;
        };
    }
}
