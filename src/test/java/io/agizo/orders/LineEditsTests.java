package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.kes;
import static io.agizo.orders.OrderFixtures.product;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.catalog.PricedProduct;
import io.agizo.orders.OrderEdit.Line.Given;
import io.agizo.orders.OrderEdit.Line.Kept;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.OrderRefused.UnknownProduct;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the lines of an order become: one line of tea, of which one unit is handed over, and one of gift wrap. */
class LineEditsTests {

    private final PricedProduct tea = product("TEA", "500");
    private final PricedProduct rice = product("RICE", "70");
    private final StoredLine ordered = line(1, tea, 2, "450", 1);
    private final StoredLine wrap =
            new StoredLine(null, new OrderView.Line(2, null, "Gift wrap", 1, kes("100"), kes("100"), 0, 0));
    private LineEdits edits = edits(tea, rice);

    @Test
    void keepsThePriceAProductWasOrderedAt() {
        assertThat(apply(new Given(units(3, "TEA")))).isNull();

        assertThat(edits.lines()).containsExactly(line(1, tea, 3, "450", 1));
    }

    @Test
    void keepsItForASecondLineOfTheSame() {
        assertThat(apply(new Kept(1, null, null, null, null), new Given(units(1, "TEA"))))
                .isNull();

        assertThat(edits.lines()).containsExactly(ordered, line(3, tea, 1, "450", 0));
    }

    @Test
    void keepsItWhereTheProductHasLeftTheCatalogue() {
        edits = edits(rice);

        assertThat(apply(new Given(units(1, "TEA")))).isNull();
    }

    @Test
    void knowsAProductAgainUnderItsNewSku() {
        PricedProduct renamed = new PricedProduct(tea.id(), new Sku("CHAI"), "Chai", null, kes("500"), true);
        edits = edits(renamed);

        assertThat(apply(new Given(units(3, "CHAI")))).isNull();

        assertThat(edits.lines()).containsExactly(line(1, tea, 3, "450", 1));
    }

    @Test
    void chargesTodaysPriceForAnotherProduct() {
        assertThat(apply(new Kept(1, null, null, null, null), new Given(units(2, "RICE"))))
                .isNull();

        assertThat(edits.lines().get(1)).isEqualTo(line(3, rice, 2, "70", 0));
    }

    @Test
    void sellsNoHiddenProductThatIsNotOnTheOrder() {
        edits = edits(new PricedProduct(rice.id(), rice.sku(), "Rice", null, kes("70"), false));

        assertThat(apply(new Kept(1, null, null, null, null), new Given(units(1, "RICE"))))
                .isEqualTo(new UnknownProduct(1, rice.sku()));
    }

    @Test
    void comparesAPriceThatIsSentWithTheOneOrderedAt() {
        assertThat(apply(new Kept(1, tea.sku(), null, kes("500"), 2)))
                .isEqualTo(new PriceChanged(0, tea.sku(), kes("500"), kes("450")));
    }

    @Test
    void changesWhatAFreeItemIsAndCosts() {
        assertThat(apply(new Kept(1, null, null, null, null), new Kept(2, null, "Gift box", kes("120"), 2)))
                .isNull();

        assertThat(edits.lines().get(1).line())
                .isEqualTo(new OrderView.Line(2, null, "Gift box", 2, kes("120"), kes("240"), 0, 0));
    }

    @Test
    void neverGoesBelowWhatIsHandedOver() {
        StoredLine gone = line(1, tea, 3, "450", 3);
        edits = new LineEdits(List.of(gone, wrap), prices(tea));

        assertThatThrownBy(() -> edits.apply(List.of(new Given(units(2, "TEA")))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("at least 3");
    }

    @Test
    void neverDropsALineOfWhichSomethingIsHandedOver() {
        assertThatThrownBy(() -> apply(new Given(item("Gift wrap", "100", 1))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("must keep line 1");
    }

    @Test
    void neverTurnsALineIntoAnotherProduct() {
        assertThatThrownBy(() -> apply(new Kept(1, rice.sku(), null, null, null)))
                .hasMessageContaining("is of “TEA”");
    }

    private OrderRefused apply(OrderEdit.Line... lines) {
        return edits.apply(List.of(lines));
    }

    private LineEdits edits(PricedProduct... products) {
        return new LineEdits(List.of(ordered, wrap), prices(products));
    }

    private static Map<Sku, PricedProduct> prices(PricedProduct... products) {
        return Arrays.stream(products).collect(Collectors.toMap(PricedProduct::sku, Function.identity()));
    }

    private static StoredLine line(int number, PricedProduct product, int quantity, String amount, int fulfilled) {
        return new StoredLine(
                product.id(),
                new OrderView.Line(
                        number,
                        product.sku(),
                        product.name(),
                        quantity,
                        kes(amount),
                        kes(amount).times(quantity),
                        fulfilled,
                        0));
    }
}
