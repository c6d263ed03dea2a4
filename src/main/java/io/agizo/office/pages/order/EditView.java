package io.agizo.office.pages.order;

import io.agizo.catalog.ProductView;
import io.agizo.orders.OrderView;
import io.agizo.orders.PreviewEdit.Preview;
import io.agizo.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that is being edited.
 *
 * @param version that the edit began with
 * @param added the products that were added and are not saved
 * @param found what the search came to; null where nobody searched
 * @param preview what saving would make of the order; null where nobody asked, or what was typed is wrong
 * @param form what was typed, and what is wrong with it
 */
public record EditView(
        OrderView order,
        int version,
        List<Added> added,
        @Nullable List<ProductView> found,
        Preview.@Nullable Possible preview,
        Form form,
        String back) {

    public EditView {
        added = List.copyOf(added);
    }

    /** A product that is to be on the order. */
    public record Added(ProductView product, String quantity) {}

    public String path() {
        return "/office/orders/" + order.number();
    }
}
