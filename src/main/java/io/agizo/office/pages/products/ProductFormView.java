package io.agizo.office.pages.products;

import io.agizo.pages.Form;
import java.util.List;

/**
 * What is said about a product, to be changed.
 *
 * @param visible whether that is ticked
 * @param usualLowAt how few units are low where the product has no number of its own
 * @param theirs what somebody else has made of the product since the form was opened
 */
public record ProductFormView(
        Form form, boolean visible, int version, int usualLowAt, List<String> categories, List<Theirs> theirs) {

    public ProductFormView {
        categories = List.copyOf(categories);
        theirs = List.copyOf(theirs);
    }

    /** A field that now holds something else than what was typed; {@code key} is its label. */
    public record Theirs(String key, String now) {}
}
