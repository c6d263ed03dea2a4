package io.agizo.office;

import static io.agizo.signin.TwoReplicas.sql;

import io.agizo.Callers;
import io.agizo.customers.Contact;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.OrderView;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.Ids;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** An order of three packets of a tea and a bag, placed by somebody with a telephone, in the shop of two replicas. */
record OneOrder(String number, String sku, UUID product) {

    static OneOrder placed() {
        return placed("Amina Otieno", "Call at the gate");
    }

    static OneOrder placed(String customer, String note) {
        String sku = "TEA" + TwoReplicas.freshPhone().substring(4);
        UUID product = Ids.next();
        sql().sql("""
                insert into product (id, sku, name, description, price, visible, version, created_at)
                values (?, ?, ?, '', 450, true, 1, now())
                """).params(product, sku, "Kericho tea " + sku).update();
        sql().sql("insert into stock_level values (?, 10, 0)").param(product).update();
        sql().sql("insert into stock_movement values (?, ?, 'opening', 10, 0, null, null, 'test', now())")
                .params(product, Ids.next())
                .update();
        var buyer =
                new NewOrderRequest.Buyer.Introduced(new Contact(customer, new PhoneNumber(TwoReplicas.freshPhone())));
        List<NewOrderRequest.Line> lines = List.of(
                new NewOrderRequest.Line.OfProduct(new Sku(sku), 3, null),
                new NewOrderRequest.Line.OfItem(
                        "Paper bag",
                        new Money(
                                new BigDecimal("20"),
                                TwoReplicas.bean(Shop.class).currency()),
                        1));
        var request = new NewOrderRequest(buyer, lines, null, note, null, true);
        OrderView order = ((Placed) TwoReplicas.bean(OrderDesk.class).place(Callers.shopkeeper(), request)).order();
        return new OneOrder(order.number().value(), sku, product);
    }

    String path() {
        return "/office/orders/" + number;
    }

    String status() {
        return sql().sql("select status from orders where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** On hand and reserved. */
    String stock() {
        return sql().sql("select on_hand || ' ' || reserved from stock_level where product_id = ?")
                .param(product)
                .query(String.class)
                .single();
    }

    String lastText() {
        return sql().sql("""
                        select body from message where order_id = (select id from orders where number = ?)
                         order by id desc limit 1
                        """).param(number).query(String.class).single();
    }
}
