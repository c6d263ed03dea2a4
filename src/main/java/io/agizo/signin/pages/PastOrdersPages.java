package io.agizo.signin.pages;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.orders.OrderLinks;
import io.agizo.orders.ReadOwnOrders;
import io.agizo.orders.Receipt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of all that a person has ordered. */
@Controller
class PastOrdersPages {

    /** The account shows these; the others are a press away. */
    private static final PageRequest LATEST = new PageRequest(3, null);

    private final ReadOwnOrders orders;
    private final OrderLinks links;

    PastOrdersPages(ReadOwnOrders orders, OrderLinks links) {
        this.orders = orders;
        this.links = links;
    }

    @GetMapping("/account/orders")
    String all(Caller caller, PageRequest part, Model model) {
        model.addAttribute("view", part(caller, part));
        return "storefront/account-orders";
    }

    PastOrdersView latest(Caller caller) {
        return part(caller, LATEST);
    }

    private PastOrdersView part(Caller caller, PageRequest part) {
        Page<Receipt> page = orders.list(caller, part);
        return new PastOrdersView(
                page.items().stream().map(order -> PastOrder.of(order, links)).toList(), page.nextCursor());
    }
}
