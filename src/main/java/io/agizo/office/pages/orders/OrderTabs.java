package io.agizo.office.pages.orders;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.SavedView;
import io.agizo.office.SavedViews;
import io.agizo.office.pages.orders.OrdersView.Count;
import io.agizo.office.pages.orders.OrdersView.Tab;
import io.agizo.office.pages.orders.OrdersView.ViewTab;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.ReadOrders;
import io.agizo.shared.Shop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what is behind each tab of the list of orders. */
@Component
class OrderTabs {

    /** Nobody needs to know more exactly what they have narrowed down, and each count is a read of so many entries of an index. */
    static final int COUNTED = 500;

    private final ReadOrders orders;
    private final SavedViews views;
    private final Shop shop;

    OrderTabs(ReadOrders orders, SavedViews views, Shop shop) {
        this.orders = orders;
        this.views = views;
        this.shop = shop;
    }

    List<Tab> of(Caller caller, ListQuery query) {
        Map<OrderStatus, Count> counts = query.isOfStatusOnly() ? known(caller) : counted(caller, query);
        Count all = new Count(
                counts.values().stream().mapToInt(Count::orders).sum(),
                counts.values().stream().anyMatch(Count::more));
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(query, "", all));
        counts.forEach((status, count) -> tabs.add(tab(query, status.word(), count)));
        return tabs;
    }

    private Map<OrderStatus, Count> known(Caller caller) {
        Map<OrderStatus, Count> counts = new LinkedHashMap<>();
        orders.summary(caller)
                .forEach((status, count) ->
                        counts.put(status, new Count((int) Math.min(Integer.MAX_VALUE, count), false)));
        return counts;
    }

    private Map<OrderStatus, Count> counted(Caller caller, ListQuery query) {
        Map<OrderStatus, Count> counts = new LinkedHashMap<>();
        orders.countByStatus(caller, query.in(shop).wanted(), COUNTED + 1)
                .forEach((status, count) -> counts.put(status, upTo(count)));
        return counts;
    }

    List<ViewTab> views(Caller caller) {
        return views.list(caller).stream().map(view -> tab(caller, view)).toList();
    }

    private ViewTab tab(Caller caller, SavedView view) {
        String id = view.id().toString();
        return new ViewTab(
                id,
                view.name(),
                "?" + (view.query().isEmpty() ? "" : view.query() + "&") + "view=" + id,
                upTo(orders.count(caller, ListQuery.parse(view.query()).in(shop).wanted(), COUNTED + 1)),
                view.shared(),
                !view.shared() || caller.may(Permission.SETTINGS_MANAGE));
    }

    private static Tab tab(ListQuery query, String status, Count count) {
        return new Tab(
                status,
                "?" + query.withStatus(status).query(),
                count,
                query.status().equals(status));
    }

    private static Count upTo(int counted) {
        return new Count(Math.min(counted, COUNTED), counted > COUNTED);
    }
}
