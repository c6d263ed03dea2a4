package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderFor;
import static io.agizo.orders.OrderFixtures.units;

import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderEdit.Line.Given;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Does whatever comes to mind to the orders of a shop, sensible or not, the same for the same source of chance. */
final class RandomClerk {

    private static final List<String> PRODUCTS = List.of("TEA", "RICE", "OIL");

    private final ShopFloor shop;
    private final List<OrderNumber> orders;
    private final RandomGenerator chance;

    /** Clerks may share the list of orders, if it can be shared. */
    RandomClerk(ShopFloor shop, List<OrderNumber> orders, RandomGenerator chance) {
        this.shop = shop;
        this.orders = orders;
        this.chance = chance;
    }

    static void stock(ShopFloor shop, int unitsOfEach) {
        PRODUCTS.forEach(sku -> shop.stock(sku, unitsOfEach));
    }

    /** Tries one thing, and tells whether it was done rather than refused. */
    boolean act() {
        try {
            return orders.isEmpty() ? place() : actOn(orders.get(chance.nextInt(orders.size())));
        } catch (InvalidInput | NotFound | Conflict | Stale refused) {
            return false;
        }
    }

    private boolean actOn(OrderNumber order) {
        Integer version = chance.nextInt(5) == 0 ? 1 + chance.nextInt(4) : null;
        return switch (chance.nextInt(20)) {
            case 0, 1, 2, 3 -> place();
            case 4, 5, 6 -> done(shop.get(EditOrder.class).edit(CLERK, order, version, edit()));
            case 7, 8, 9, 10 -> done(shop.get(DecideOrder.class).accept(CLERK, order, version));
            case 11 -> done(shop.get(DecideOrder.class).reject(CLERK, order, version, "no"));
            case 12 -> done(shop.get(FulfilOrder.class).fulfil(CLERK, order, version, null));
            case 13, 14 -> done(shop.get(FulfilOrder.class).fulfil(CLERK, order, version, someUnits()));
            case 15 -> done(shop.get(ReturnOrder.class).takeBack(CLERK, order, version, null, chance.nextBoolean()));
            case 16, 17 ->
                done(shop.get(ReturnOrder.class).takeBack(CLERK, order, version, someUnits(), chance.nextBoolean()));
            case 18 -> done(shop.get(CancelOrder.class).cancel(CLERK, order, version, "changed my mind"));
            default -> chance.nextInt(3) == 0 ? strike(order, version) : adjust();
        };
    }

    private boolean place() {
        Placement placement = shop.desk().place(CLERK, orderFor("C-001", line(), line()));
        if (placement instanceof Placement.Placed(OrderView order)) {
            orders.add(order.number());
            return true;
        }
        return false;
    }

    private boolean strike(OrderNumber order, @Nullable Integer version) {
        Boolean restock = chance.nextInt(3) == 0 ? null : Boolean.valueOf(chance.nextBoolean());
        shop.get(VoidOrder.class).strike(CLERK, order, version, restock);
        return true;
    }

    private boolean adjust() {
        var adjustment = new StockAdjustment(chance.nextInt(-5, 12), "count");
        shop.get(AdjustStock.class).adjust(CLERK, new Sku(product()), adjustment);
        return true;
    }

    private OrderEdit edit() {
        List<OrderEdit.Line> lines = chance.nextInt(4) == 0 ? null : List.of(new Given(line()), new Given(line()));
        return new OrderEdit(lines, chance.nextBoolean() ? null : "note " + chance.nextInt(3), null);
    }

    private Line line() {
        int quantity = 1 + chance.nextInt(4);
        return chance.nextInt(4) == 0 ? item("Gift wrap", "100", quantity) : units(quantity, product());
    }

    private List<LineUnits> someUnits() {
        return List.of(new LineUnits(1 + chance.nextInt(3), 1 + chance.nextInt(3)));
    }

    private String product() {
        return PRODUCTS.get(chance.nextInt(PRODUCTS.size()));
    }

    private static boolean done(Decision decision) {
        return decision instanceof Decision.Taken;
    }
}
