package io.agizo.storefront.pages.catalog;

import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductSort;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.search.SearchText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a shopper may have meant where nothing is as they asked for it. */
@Component
class Nearest {

    /** Two rows on a phone; more would be a shelf of its own. */
    private static final PageRequest FEW = new PageRequest(4, null);

    /** Each word is a search; what was pasted whole is not worth more of them. */
    private static final int MOST_WORDS = 4;

    private final Products products;

    Nearest(Products products) {
        this.products = products;
    }

    /** The same words anywhere in the shop, else each of them alone, else the category, else what is new. */
    List<ProductView> to(String words, @Nullable String category) {
        List<ProductView> found = words.isBlank() ? List.of() : list(filter(words, null, null), null);
        if (found.isEmpty()) {
            found = ofEach(words);
        }
        if (found.isEmpty() && category != null) {
            found = list(filter("", category, null), null);
        }
        return found.isEmpty() ? list(filter("", null, true), ProductSort.NEWEST) : found;
    }

    private List<ProductView> ofEach(String words) {
        return Stream.of(words.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .flatMap(word -> list(filter(word, null, null), null).stream())
                .distinct()
                .limit(FEW.limit())
                .toList();
    }

    private List<ProductView> list(ProductFilter filter, @Nullable ProductSort sort) {
        return products.list(Caller.anyone(), filter, sort, FEW).items();
    }

    private static ProductFilter filter(String words, @Nullable String category, @Nullable Boolean inStock) {
        return new ProductFilter(SearchText.of(words), category, inStock, true);
    }
}
