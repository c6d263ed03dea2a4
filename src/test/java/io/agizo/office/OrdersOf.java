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

    /** Puts so many more of the customer on the books, just as that one is. */
    void copy(String number, int orders) {
        TwoReplicas.sql()
                .sql("""
                with copied as (
                    insert into orders (id, number, status, customer_id, total, note, ordered_at, placed_at, placed_by, version)
                    select gen_random_uuid(),
                           left(number, 1) || translate(lpad(to_hex(n), 3, '0'), 'abcdef01', 'ABCDEFGH') || '-' || right(number, 3),
                           status, customer_id, total, note, ordered_at - n * interval '1 second', placed_at, placed_by, 1
                      from orders, generate_series(1, :orders) n where number = :number
                    returning id, ordered_at
                )
                insert into order_event (order_id, seq, event, by_whom, detail, at)
                select id, 1, 'placed', 'Clerk', null, ordered_at from copied
                """)
                .param("orders", orders)
                .param("number", number)
                .update();
    }

    /** How many of them are on paper. */
    static long printed(OrdersOf orders) {
        return TwoReplicas.sql()
                .sql("""
                select count(distinct order_id) from order_print join orders on orders.id = order_id
                  join customer on customer.id = customer_id where phone = :phone
                """)
                .param("phone", orders.phone())
                .query(Long.class)
                .single();
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
