package io.agizo.office.pages.order;

import io.agizo.catalog.ProductView;
import io.agizo.orders.OrderView;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up what is still to be handed over of many orders, in the order in which somebody walks along the shelf. */
final class PickList {

    private static final Comparator<PaperView.Pick> ALONG_THE_SHELF = Comparator.comparing(
                    (PaperView.Pick pick) -> pick.category().isEmpty())
            .thenComparing(PaperView.Pick::category, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(PaperView.Pick::item, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(PaperView.Pick::sku);

    private PickList() {}

    /** Products are one however their lines call them; anything else is one by its words. */
    static List<PaperView.Pick> of(List<OrderView> orders, Map<Sku, ProductView> products) {
        Map<String, PaperView.Pick> picks = new LinkedHashMap<>();
        for (OrderView order : orders) {
            for (OrderView.Line line : order.lines()) {
                int left = order.status().next().isEmpty() ? 0 : OrderPageView.left(line);
                if (left > 0) {
                    PaperView.Pick pick = pick(order, line, left, products);
                    picks.merge(pick.sku().isEmpty() ? "\0" + pick.item() : pick.sku(), pick, PickList::sum);
                }
            }
        }
        return picks.values().stream().sorted(ALONG_THE_SHELF).toList();
    }

    private static PaperView.Pick pick(OrderView order, OrderView.Line line, int left, Map<Sku, ProductView> products) {
        ProductView product = line.sku() == null ? null : products.get(line.sku());
        String category = product == null || product.category() == null ? "" : product.category();
        String sku = line.sku() == null ? "" : line.sku().value();
        return new PaperView.Pick(
                category, line.item(), sku, left, List.of(order.number().value()));
    }

    private static PaperView.Pick sum(PaperView.Pick one, PaperView.Pick other) {
        List<String> orders = new ArrayList<>(one.orders());
        if (!orders.contains(other.orders().getFirst())) {
            orders.addAll(other.orders());
        }
        return new PaperView.Pick(one.category(), one.item(), one.sku(), one.units() + other.units(), orders);
    }
}
