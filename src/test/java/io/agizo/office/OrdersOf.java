package io.agizo.office;

import static io.agizo.signin.TwoReplicas.bean;

import io.agizo.customers.Contact;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.OrderFixtures;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.PhoneNumber;
import io.agizo.signin.TwoReplicas;
import java.util.List;
import java.util.stream.IntStream;

/** Orders of a customer of their own in the shop of two replicas, so that a list finds them and no others. */
record OrdersOf(String name, String phone) {

    /** A customer of whom nobody has heard. */
    static OrdersOf somebody(String called) {
        String phone = TwoReplicas.freshPhone();
        return new OrdersOf(called, phone);
    }

    List<String> place(int orders) {
        return IntStream.range(0, orders).mapToObj(i -> place()).toList();
    }

    String place() {
        var buyer = new Buyer.Introduced(new Contact(name, new PhoneNumber(phone)));
        var order =
                new NewOrderRequest(buyer, List.of(OrderFixtures.item("Gift wrap", "100", 1)), null, "", null, false);
        return ((Placed) bean(OrderDesk.class).place(OrderFixtures.CLERK, order))
                .order()
                .number()
                .value();
    }

    /** The list of these orders alone. */
    String list() {
        return "/office/orders?q=" + question();
    }

    String question() {
        return phone.substring(1);
    }

    static String status(String number) {
        return TwoReplicas.sql()
                .sql("select status from orders where number = ?")
                .param(new OrderNumber(number).value())
                .query(String.class)
                .single();
    }

    static String lastBy(String number) {
        return TwoReplicas.sql().sql("""
                        select by_whom from order_event join orders on orders.id = order_id
                         where number = ? order by seq desc limit 1
                        """).param(number).query(String.class).single();
    }
}
