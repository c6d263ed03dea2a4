package io.agizo.orders;

import io.agizo.cart.CartId;
import io.agizo.cart.Carts;
import io.agizo.customers.Contact;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.Ticket.Fate.Decided;
import io.agizo.shared.Conflict;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carts of a shop with a hundred packets of tea, and the button that makes orders of them. */
record Checkouts(ShopFloor shop, UUID tea, Carts carts) implements AutoCloseable {

    static final Contact AMINA = new Contact("Amina", new PhoneNumber("+254711000001"));

    static Checkouts open() {
        ShopFloor shop = ShopFloor.open();
        return new Checkouts(shop, shop.stock("TEA", 100), shop.get(Carts.class));
    }

    CartId cartOf(String sku, int quantity) {
        CartId cart = carts.open().id();
        carts.put(cart, new Sku(sku), quantity, null);
        return cart;
    }

    boolean fills(CartId cart, String sku, int quantity) {
        try {
            carts.put(cart, new Sku(sku), quantity, null);
            return true;
        } catch (Conflict checkedOut) {
            return false;
        }
    }

    Placement press(CartId cart) {
        return press(cart, null);
    }

    Placement press(CartId cart, @Nullable Integer version) {
        return shop.desk().checkOut(wish(cart, version));
    }

    /** All in one batch. */
    static List<Placement> together(ShopFloor shop, List<? extends Wish> wishes) {
        List<Ticket> tickets = wishes.stream()
                .map(wish -> new Ticket(CheckoutRequest.ONLINE_SHOP, wish, null))
                .toList();
        return shop.get(Placing.class).together(tickets).stream()
                .map(settled -> ((Decided) settled.fate()).placement())
                .toList();
    }

    static CheckoutRequest wish(CartId cart, @Nullable Integer version) {
        return new CheckoutRequest(cart, version, null, new Buyer.Introduced(AMINA), Proof.PROVED, "");
    }

    static OrderView placed(Placement placement) {
        return ((Placed) placement).order();
    }

    void price(String sku, int amount) {
        shop.sql()
                .sql("update product set price = ? where sku = ?")
                .params(amount, sku)
                .update();
    }

    @Override
    public void close() {
        shop.close();
    }
}
