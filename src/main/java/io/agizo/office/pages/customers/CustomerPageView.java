package io.agizo.office.pages.customers;

import io.agizo.customers.CustomerView;
import io.agizo.orders.OrderView;
import io.agizo.pages.Form;
import java.util.List;

/**
 * A customer with what may be changed and what was ordered.
 *
 * @param orders the latest, none for those who may not see orders
 * @param moreOrders whether there are others
 */
public record CustomerPageView(CustomerView customer, Form form, List<OrderView> orders, boolean moreOrders) {}
