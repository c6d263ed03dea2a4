package io.agizo.orders;

import io.agizo.catalog.PricedProduct;
import io.agizo.catalog.ProductId;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PublicAddresses;
import io.agizo.inventory.StockLevel;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.shared.Ids;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders, and what a shop needs to take them, for tests. */
public final class OrderFixtures {

    public static final Currency KES = Currency.getInstance("KES");
    public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    public static final Caller CLERK = new Caller("clerk", "Clerk", EnumSet.allOf(Permission.class));

    /** Of a shop with a short address, and a key that every test knows. */
    public static final OrderLinks LINKS = new OrderLinks(new byte[32], PublicAddresses.of("https://duka.example"));

    private OrderFixtures() {}

    public static Money kes(String amount) {
        return new Money(new BigDecimal(amount), KES);
    }

    public static NewOrderRequest orderOf(Line... lines) {
        return new NewOrderRequest(null, List.of(lines), null, "", null, true);
    }

    public static NewOrderRequest orderFor(String customer, Line... lines) {
        return new NewOrderRequest(new Buyer.Known(new CustomerCode(customer)), List.of(lines), null, "", null, true);
    }

    public static NewOrderRequest orderUnder(String reference, Line... lines) {
        return new NewOrderRequest(null, List.of(lines), null, "", reference, true);
    }

    public static Line units(int quantity, String sku) {
        return new Line.OfProduct(new Sku(sku), quantity, null);
    }

    public static Line item(String name, String amount, int quantity) {
        return new Line.OfItem(name, kes(amount), quantity);
    }

    static PricedProduct product(String sku, String price) {
        return new PricedProduct(new ProductId(Ids.next()), new Sku(sku), "The " + sku, null, kes(price), true);
    }

    static CustomerView amina() {
        return new CustomerView(
                new CustomerId(Ids.next()),
                new CustomerCode("C-001"),
                "Amina Otieno",
                new PhoneNumber("+254711000001"),
                null,
                "en",
                NOW,
                false,
                1);
    }

    /** A batch in a shop that holds so many units of each product and knows Amina. */
    static BatchDecision batch(int unitsOfEach, PricedProduct... products) {
        CustomerView amina = amina();
        return new BatchDecision(
                KES,
                NOW,
                new MentionedInOrders.Found(
                        Arrays.stream(products).collect(Collectors.toMap(PricedProduct::sku, Function.identity())),
                        Map.of(amina.code(), amina),
                        Map.of()),
                Arrays.stream(products)
                        .collect(Collectors.toMap(PricedProduct::id, product -> new StockLevel(unitsOfEach, 0))));
    }
}
