package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.NOW;
import static io.agizo.orders.OrderFixtures.batch;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.kes;
import static io.agizo.orders.OrderFixtures.orderFor;
import static io.agizo.orders.OrderFixtures.orderOf;
import static io.agizo.orders.OrderFixtures.orderUnder;
import static io.agizo.orders.OrderFixtures.product;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.catalog.PricedProduct;
import io.agizo.inventory.StockMovement;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.OrderRefused.UnknownCustomer;
import io.agizo.orders.OrderRefused.UnknownProduct;
import io.agizo.shared.Sku;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BatchDecisionTests {

    private final PricedProduct tea = product("TEA", "450.00");
    private final PricedProduct milk = product("MILK", "62.50");

    @Test
    void chargesTheCataloguesPricesAndAddsThemUp() {
        OrderView order = placed(
                batch(10, tea, milk),
                orderFor("C-001", units(2, "TEA"), units(3, "MILK"), item("Gift wrap", "100", 1)));

        assertThat(order.total()).isEqualTo(kes("1187.50"));
        assertThat(order.lines())
                .extracting(OrderView.Line::total)
                .containsExactly(kes("900"), kes("187.50"), kes("100"));
        assertThat(order.lines()).extracting(OrderView.Line::lineNumber).containsExactly(1, 2, 3);
        assertThat(order.time()).isEqualTo(NOW);
        assertThat(order.customer().name()).isEqualTo("Amina Otieno");
        assertThat(order.timeline()).containsExactly(new OrderView.Event(NOW, "Clerk", "placed", null));
    }

    @Test
    void givesTheLastUnitToTheFirstWhoAsked() {
        BatchDecision batch = batch(1, tea);

        assertThat(batch.decide(CLERK, orderOf(units(1, "TEA")))).isNull();
        assertThat(batch.decide(CLERK, orderOf(units(1, "TEA")))).isEqualTo(new OutOfStock(0, new Sku("TEA"), 1, 0));
        assertThat(batch.placed()).hasSize(1);
    }

    @Test
    void placesAllLinesOrNone() {
        BatchDecision batch = batch(5, tea, milk);

        assertThat(batch.decide(CLERK, orderOf(units(5, "TEA"), units(6, "MILK"))))
                .isEqualTo(new OutOfStock(1, new Sku("MILK"), 6, 5));
        assertThat(batch.decide(CLERK, orderOf(units(5, "TEA"), units(5, "MILK"))))
                .isNull();
    }

    @Test
    void addsUpTheLinesOfOneProduct() {
        BatchDecision batch = batch(5, tea);

        assertThat(batch.decide(CLERK, orderOf(units(3, "TEA"), units(3, "TEA"))))
                .isEqualTo(new OutOfStock(1, new Sku("TEA"), 6, 5));
        batch.decide(CLERK, orderOf(units(2, "TEA"), units(3, "TEA")));
        assertThat(batch.placed().getFirst().movements())
                .singleElement()
                .extracting(StockMovement::reservedDelta, StockMovement::onHandDelta)
                .containsExactly(5, 0);
    }

    @Test
    void refusesWhatIsNotForSale() {
        var hidden = new PricedProduct(milk.id(), milk.sku(), milk.name(), null, milk.price(), false);

        assertThat(batch(5, hidden).decide(CLERK, orderOf(item("Bag", "5", 1), units(1, "MILK"))))
                .isEqualTo(new UnknownProduct(1, new Sku("MILK")));
        assertThat(batch(5).decide(CLERK, orderOf(units(1, "NONE")))).isEqualTo(new UnknownProduct(0, new Sku("NONE")));
    }

    @Test
    void refusesAnUnknownCustomer() {
        assertThat(batch(5, tea).decide(CLERK, orderFor("C-404", units(1, "TEA"))))
                .isInstanceOf(UnknownCustomer.class);
    }

    @Test
    void comparesTheShownPriceAndNeverChargesIt() {
        NewOrderRequest.Line dearer = new NewOrderRequest.Line.OfProduct(tea.sku(), 1, kes("451"));
        NewOrderRequest.Line same = new NewOrderRequest.Line.OfProduct(tea.sku(), 1, kes("450"));

        assertThat(batch(5, tea).decide(CLERK, orderOf(dearer)))
                .isEqualTo(new PriceChanged(0, tea.sku(), kes("451"), kes("450")));
        assertThat(placed(batch(5, tea), orderOf(same)).total()).isEqualTo(kes("450"));
    }

    @Test
    void placesAReferenceOnceWithinABatch() {
        BatchDecision batch = batch(5, tea);

        OrderView first = placed(batch, orderUnder("R-1", units(1, "TEA")));
        assertThat(batch.decide(CLERK, orderUnder("R-1", units(1, "TEA"))))
                .isEqualTo(new AlreadyPlaced("R-1", first.number()));
        assertThat(batch.placed()).hasSize(1);
    }

    @Test
    void refusesATotalThatCannotBeWritten() {
        BatchDecision batch = batch(5, tea);

        assertThat(batch.decide(CLERK, orderOf(item("Island", "99999999999.99", 2))))
                .isInstanceOf(TotalTooLarge.class);
        assertThat(batch.decide(CLERK, orderOf(item("A", "99999999999.99", 1), item("B", "0.01", 1))))
                .isInstanceOf(TotalTooLarge.class);
        assertThat(batch.placed()).isEmpty();
    }

    @Property
    void neverPromisesMoreThanThereIs(
            @ForAll @IntRange(min = 0, max = 50) int there,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 20) Integer> wanted) {
        BatchDecision batch = batch(there, tea);
        int left = there;
        for (int quantity : wanted) {
            boolean placed = batch.decide(CLERK, orderOf(units(quantity, "TEA"))) == null;
            assertThat(placed).isEqualTo(quantity <= left);
            left -= placed ? quantity : 0;
        }
        assertThat(left).isNotNegative();
    }

    private static OrderView placed(BatchDecision batch, NewOrderRequest order) {
        assertThat(batch.decide(CLERK, order)).isNull();
        return batch.placed().getLast().view();
    }
}
