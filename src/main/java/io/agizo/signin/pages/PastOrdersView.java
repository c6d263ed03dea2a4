package io.agizo.signin.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a person ordered, latest first.
 *
 * @param next under which cursor it goes on; null at its end
 */
public record PastOrdersView(
        List<PastOrder> orders, @Nullable String next) {

    public PastOrdersView {
        orders = List.copyOf(orders);
    }
}
