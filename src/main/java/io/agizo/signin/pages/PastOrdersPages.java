package io.agizo.signin.pages;

import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of all that a person has ordered. */
@Controller
class PastOrdersPages {

    private final PastOrders orders;

    PastOrdersPages(PastOrders orders) {
        this.orders = orders;
    }

    @GetMapping("/account/orders")
    String all(Caller caller, PageRequest part, Model model) {
        model.addAttribute("view", orders.part(caller, part));
        return "storefront/account-orders";
    }
}
