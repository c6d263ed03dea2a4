package io.agizo.storefront.pages.order;

import io.agizo.orders.FollowedOrder;
import io.agizo.pages.Form;

/**
 * The page on which a guest has erased what they gave.
 *
 * @param texted whether a code is on its way
 */
public record ErasureView(FollowedOrder order, String secret, Form form, boolean texted) {

    public String address() {
        return "/orders/" + secret + "/erase";
    }
}
