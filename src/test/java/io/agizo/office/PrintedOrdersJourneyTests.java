package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.office.Colleagues.Colleague;
import io.agizo.signin.Visitor;
import org.junit.jupiter.api.Test;

/** An order on paper, as its addresses are asked for. */
class PrintedOrdersJourneyTests {

    private final Visitor owner = hired("owner").signedIn();

    @Test
    void isPrintedOnEachPaperAndSaysSoOnceAPressPrintedIt() {
        OneOrder order = OneOrder.placed();
        OneOrder other = OneOrder.placed();
        assertThat(owner.get(order.path() + "/slip?paper=80").body())
                .contains("on-80", order.number(), "<path d=\"M", "Kericho tea")
                .doesNotContain("data-print=\"now\"");
        assertThat(owner.get(order.path()).body()).doesNotContain("Packing slip printed");

        String there = Visitor.location(owner.post(
                        "/office/orders/prints", "what", "slip", "number", order.number(), "number", other.number()))
                .orElseThrow();

        assertThat(there).startsWith("/office/orders/slips?number=" + order.number() + "," + other.number());
        assertThat(owner.get(there).body()).contains("data-print=\"now\"", order.number(), other.number());
        assertThat(owner.get(order.path()).body()).contains("Packing slip printed");
        assertThat(owner.post(order.path() + "/accept", "version", "1").statusCode())
                .as("printing makes nobody stale")
                .isIn(302, 303);
    }

    @Test
    void standsOnThePickListWithAllOthersSummed() {
        OneOrder order = OneOrder.placed();
        OneOrder other = OneOrder.placed();

        String list = owner.get("/office/orders/picklist?number=" + order.number() + "&number=" + other.number())
                .body();

        assertThat(list).containsOnlyOnce("Kericho tea " + order.sku()).containsOnlyOnce("Paper bag");
        assertThat(list).contains(order.number() + ", " + other.number(), "Everything else");
        assertThat(owner.get("/office/orders/slips?all=" + "status%3Dpending").statusCode())
                .isEqualTo(200);
        assertThat(owner.get("/office/orders/slips?all=" + "status%3Dnonsense").statusCode())
                .isIn(422, 400);
    }

    @Test
    void isPrintedOnWhatThisBrowserChose() {
        OneOrder order = OneOrder.placed();
        assertThat(owner.get(order.path() + "/receipt").body()).contains("on-80");

        owner.post("/office/settings/printing", "receipt", "58", "slip", "nonsense");

        assertThat(owner.get(order.path() + "/receipt").body()).contains("on-58");
        assertThat(owner.get(order.path() + "/slip").body()).contains("on-a4");
        Colleague another = hired("owner");
        assertThat(another.signedIn().get(order.path() + "/receipt").body()).contains("on-80");
    }
}
