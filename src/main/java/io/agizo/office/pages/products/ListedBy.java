package io.agizo.office.pages.products;

import io.agizo.catalog.Availability;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductSort;
import io.agizo.pages.Form;
import io.agizo.search.SearchText;
import io.agizo.shared.AmountRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the address of the list asks for; a state or an order that there is none of counts as not asked for. */
record ListedBy(String q, String category, String state, String sort) {

    private static final List<String> STATES = List.of("sale", "low", "out", "hidden");
    private static final List<String> SORTS = List.of("name", "-name", "price", "-price", "newest");

    ListedBy {
        state = STATES.contains(state) ? state : "sale";
        sort = SORTS.contains(sort) ? sort : "";
    }

    ProductFilter filter() {
        Availability availability = state.equals("low") || state.equals("out") ? Availability.of(state) : null;
        return new ProductFilter(
                SearchText.of(q),
                category.isBlank() ? null : category,
                AmountRange.ANY,
                null,
                !state.equals("hidden"),
                availability,
                null);
    }

    @Nullable ProductSort order() {
        return sort.isEmpty() ? null : ProductSort.of(sort);
    }

    boolean narrows() {
        return !q.isBlank() || !category.isBlank();
    }

    Form form() {
        return Form.of(Map.of("q", q, "category", category, "sort", sort));
    }

    String question() {
        UriComponentsBuilder question = UriComponentsBuilder.newInstance();
        Map.of("q", q, "category", category, "state", state, "sort", sort).forEach((name, value) -> {
            if (!value.isEmpty()) {
                question.queryParam(name, UriUtils.encode(value, "UTF-8"));
            }
        });
        return question.build().toUriString();
    }
}
