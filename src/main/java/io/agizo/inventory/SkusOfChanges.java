package io.agizo.inventory;

import io.agizo.catalog.ProductId;
import io.agizo.catalog.ProductNames;
import io.agizo.live.SubjectNames;
import io.agizo.live.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Names the products whose stock has changed by their SKUs, which the order desk has no time to look up. */
@Component
class SkusOfChanges implements SubjectNames {

    /** Whoever announces a product by its SKU need not name it again. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ProductNames products;

    SkusOfChanges(ProductNames products) {
        this.products = products;
    }

    @Override
    public Topic topic() {
        return Topic.STOCK;
    }

    @Override
    public Map<String, String> names(Collection<String> subjects) {
        List<ProductId> ids = subjects.stream()
                .filter(subject -> ID.matcher(subject).matches())
                .map(subject -> new ProductId(UUID.fromString(subject)))
                .toList();
        Map<String, String> names = new HashMap<>();
        products.skus(ids).forEach((id, sku) -> names.put(id.value().toString(), sku.value()));
        return names;
    }
}
