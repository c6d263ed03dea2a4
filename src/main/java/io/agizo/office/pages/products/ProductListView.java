package io.agizo.office.pages.products;

import io.agizo.catalog.ProductView;
import io.agizo.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products of one state, as far as they match what is asked for.
 *
 * @param state {@code sale}, {@code low}, {@code out} or {@code hidden}
 * @param form what is asked for: {@code q}, {@code category}, {@code sort}
 * @param low how many are low
 * @param out how many are sold out
 * @param counted up to how many are counted; more are at least so many
 * @param narrowed whether anything but the state is asked for
 * @param csv the question of this list, without its page
 */
public record ProductListView(
        List<ProductView> products,
        @Nullable String next,
        String state,
        Form form,
        List<String> categories,
        int low,
        int out,
        int counted,
        boolean narrowed,
        String csv) {

    public ProductListView {
        products = List.copyOf(products);
        categories = List.copyOf(categories);
    }

    /** Whether the shop sells nothing yet, rather than nothing that matches. */
    public boolean isNewShop() {
        return products.isEmpty() && !narrowed && state.equals("sale") && low + out == 0;
    }

    public boolean isChosen(String category) {
        return form.typed("category").equals(category);
    }

    public boolean isSorted(String sort) {
        return form.typed("sort").equals(sort);
    }
}
