package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderFor;
import static io.agizo.orders.OrderFixtures.orderOf;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Together;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.orders.Decision.IllegalTransition;
import io.agizo.orders.Decision.Taken;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.NotFound;
import io.agizo.shared.Stale;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DecidingOrdersModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final UUID tea = shop.stock("TEA", 10);
    private final DecideOrder decide = shop.get(DecideOrder.class);
    private final CancelOrder cancel = shop.get(CancelOrder.class);

    @Test
    void keepsTheStockOfAnAcceptedOrder() {
        OrderView order = taken(decide.accept(CLERK, placed(), null));

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.timeline()).extracting(OrderView.Event::event).containsExactly("placed", "accepted");
        assertThat(shop.reserved(tea)).isEqualTo(3);
    }

    @Test
    void givesTheStockOfARejectedOrderBack() {
        OrderView order = taken(decide.reject(CLERK, placed(), null, "sold out upstream"));

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.timeline().getLast().detail()).isEqualTo("sold out upstream");
        assertThat(shop.reserved(tea)).isZero();
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void givesTheStockOfACancelledOrderBackOnce() {
        OrderNumber number = placed();
        decide.accept(CLERK, number, null);

        assertThat(taken(cancel.cancel(CLERK, number, null, null)).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancel.cancel(CLERK, number, null, null))
                .isEqualTo(new IllegalTransition(number, OrderStatus.CANCELLED, OrderStatus.CANCELLED));
        assertThat(shop.reserved(tea)).isZero();
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void textsTheCustomerAtEachStep() {
        shop.knowCustomer("C-001", "+254711000001");
        var order = ((Placed) shop.desk().place(CLERK, orderFor("C-001", item("Gift wrap", "100", 1)))).order();

        OrderView decided = taken(decide.reject(CLERK, order.number(), null, "no paper"));

        assertThat(decided.messages())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text.to().e164()).isEqualTo("+254711000001"));
        assertThat(shop.count("message where body like '%no paper%'")).isOne();
    }

    @Test
    void letsOneOfTwoDecisionsWin() {
        for (int round = 0; round < 20; round++) {
            OrderNumber number = placedFree();
            List<Decision> decisions = Together.run(
                    List.of(() -> decide.accept(CLERK, number, null), () -> decide.reject(CLERK, number, null, "no")));

            assertThat(decisions).filteredOn(Taken.class::isInstance).hasSize(1);
            assertThat(decisions)
                    .filteredOn(IllegalTransition.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void refusesADecisionOnAnOlderVersion() {
        OrderNumber number = placed();
        decide.accept(CLERK, number, 1);

        assertThatThrownBy(() -> cancel.cancel(CLERK, number, 1, null)).isInstanceOf(Stale.class);
        assertThat(taken(cancel.cancel(CLERK, number, 2, "changed my mind")).version())
                .isEqualTo(3);
    }

    @Test
    void needsThePermissionForEachStep() {
        OrderNumber number = placed();
        Caller reader = new Caller("r", "Reader", Set.of(Permission.ORDERS_READ));

        assertThatThrownBy(() -> decide.accept(reader, number, null)).hasMessageContaining("orders:decide");
        assertThatThrownBy(() -> decide.reject(reader, number, null, "no")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> cancel.cancel(reader, number, null, null)).hasMessageContaining("orders:cancel");
    }

    @Test
    void knowsNothingOfOrdersThatAreNot() {
        assertThatThrownBy(() -> decide.accept(CLERK, new OrderNumber("0000-000"), null))
                .isInstanceOf(NotFound.class);
    }

    private OrderNumber placed() {
        return ((Placed) shop.desk().place(CLERK, orderOf(units(3, "TEA"))))
                .order()
                .number();
    }

    private OrderNumber placedFree() {
        return ((Placed) shop.desk().place(CLERK, orderOf(item("Gift wrap", "100", 1))))
                .order()
                .number();
    }

    private static OrderView taken(Decision decision) {
        assertThat(decision).isInstanceOf(Taken.class);
        return ((Taken) decision).order();
    }
}
