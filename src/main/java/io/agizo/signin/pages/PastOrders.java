package io.agizo.signin.pages;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.orders.ItemNames;
import io.agizo.orders.OrderLinks;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReadOwnOrders;
import io.agizo.orders.Receipt;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads what a person has ordered, as the pages of their account list it. */
@Component
class PastOrders {

    /** The account shows these; the others are a press away. */
    private static final PageRequest LATEST = new PageRequest(3, null);

    private final ReadOwnOrders orders;
    private final ItemNames names;
    private final OrderLinks links;

    PastOrders(ReadOwnOrders orders, ItemNames names, OrderLinks links) {
        this.orders = orders;
        this.names = names;
        this.links = links;
    }

    PastOrdersView latest(Caller caller) {
        return part(caller, LATEST);
    }

    PastOrdersView part(Caller caller, PageRequest part) {
        Page<Receipt> page = orders.list(caller, part);
        List<OrderView.Line> lines =
                page.items().stream().flatMap(order -> order.lines().stream()).toList();
        UnaryOperator<OrderView.Line> inLanguage =
                names.in(LocaleContextHolder.getLocale().getLanguage(), lines);
        return new PastOrdersView(
                page.items().stream()
                        .map(order -> PastOrder.of(order, inLanguage, links))
                        .toList(),
                page.nextCursor());
    }
}
