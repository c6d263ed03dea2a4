package io.agizo.orders;

import io.agizo.api.Download;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders as a table with a row for each line, in the form that the upload takes. */
public final class OrderSheet {

    private static final List<String> COLUMNS =
            List.of("reference", "customer", "item", "sku", "quantity", "amount", "time", "number", "status");

    private OrderSheet() {}

    /** All orders of a list. */
    public static Download<OrderView> of(Function<PageRequest, Page<OrderView>> list) {
        return new Download<>("orders.csv", COLUMNS, list, OrderSheet::rows);
    }

    /** An order without a reference is known again by its number, should the file be uploaded. */
    private static List<? extends List<? extends @Nullable Object>> rows(OrderView order) {
        return order.lines().stream()
                .map(line -> Arrays.asList(
                        order.reference() == null ? order.number() : order.reference(),
                        order.customer() == null ? null : order.customer().code(),
                        line.item(),
                        line.sku(),
                        line.quantity(),
                        line.amount().plain(),
                        order.time(),
                        order.number(),
                        order.status().word()))
                .toList();
    }
}
