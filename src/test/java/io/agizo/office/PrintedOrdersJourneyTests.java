package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.office.Colleagues.Colleague;
import io.agizo.signin.Visitor;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Test
    void areMoreThanOnePressPrintsAndGoOnInAnotherDocument() {
        OrdersOf orders = OrdersOf.somebody("Wanjiru Kamau");
        orders.copy(orders.place(), 501);
        String filter = "q%3D" + orders.question();

        String first = Visitor.location(
                        owner.post("/office/orders/many", "action", "print", "all", "q=" + orders.question()))
                .orElseThrow();
        String document = owner.get(first).body();
        assertThat(document).contains("Orders 1 to 500 of 502", "data-print=\"now\"");
        assertThat(sheets(document)).isEqualTo(500);
        assertThat(OrdersOf.printed(orders)).isEqualTo(500);

        Matcher next =
                Pattern.compile("href=\"(/office/orders/slips\\?all=[^\"]*)\"").matcher(document);
        assertThat(next.find()).isTrue();
        String second = owner.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(second)
                .contains("Orders 501 to 502 of 502", "These are the last")
                .doesNotContain("data-print=\"now\"");
        assertThat(sheets(second)).isEqualTo(2);
        assertThat(OrdersOf.printed(orders)).as("looking prints nothing").isEqualTo(500);

        String last = Visitor.location(owner.post(
                        "/office/orders/prints",
                        "what",
                        "slip",
                        "number",
                        hidden(second, "number"),
                        "of",
                        hidden(second, "of"),
                        "before",
                        hidden(second, "before"),
                        "next",
                        ""))
                .orElseThrow();
        assertThat(owner.get(last).body()).contains("Orders 501 to 502 of 502", "data-print=\"now\"");
        assertThat(OrdersOf.printed(orders)).isEqualTo(502);
        assertThat(owner.get("/office/orders/receipts?all=" + filter).body()).contains("Orders 1 to 500 of 502");
        assertThat(owner.get("/office/orders/picklist?all=" + filter).body()).contains("Orders 1 to 500 of 502");
    }

    @Test
    void areToldSoByAPressOnTheListWhicheverWayTheyWereChosen() {
        OrdersOf orders = OrdersOf.somebody("Wanjiru Kamau");
        List<String> numbers = orders.place(3);

        String slips = Visitor.location(owner.post(
                        "/office/orders/many", "action", "print", "number", numbers.get(0), "number", numbers.get(1)))
                .orElseThrow();
        assertThat(sheets(owner.get(slips).body())).isEqualTo(2);
        assertThat(OrdersOf.printed(orders)).isEqualTo(2);

        String picks = Visitor.location(owner.post(
                        "/office/orders/many",
                        "action",
                        "picklist",
                        "all",
                        "q=" + orders.question(),
                        "number",
                        numbers.get(0)))
                .orElseThrow();
        assertThat(owner.get(picks).body())
                .contains(numbers)
                .contains("data-print=\"now\"")
                .doesNotContain("Orders 1 to");
        assertThat(owner.get("/office/orders/" + numbers.get(2)).body()).contains("Printed on a pick list");

        String one = Visitor.location(owner.post("/office/orders/many", "action", "print", "number", numbers.get(2)))
                .orElseThrow();
        assertThat(one).startsWith("/office/orders/" + numbers.get(2) + "/slip");
        assertThat(owner.get("/office/orders/" + numbers.get(2)).body()).contains("Packing slip printed");
    }

    @Test
    void areNoMoreByNumberThanOnePressPrintsAndNoneOfNonsense() {
        String many = IntStream.range(1000, 1501).mapToObj(i -> "A" + i + "QX").collect(Collectors.joining(","));

        assertThat(owner.get("/office/orders/slips?number=" + many).statusCode())
                .isEqualTo(422);
        assertThat(owner.post("/office/orders/many", "action", "print", "all", "status=nonsense")
                        .statusCode())
                .isEqualTo(422);
        assertThat(owner.get("/office/orders/slips?all=status%3Dpending&after=nonsense")
                        .statusCode())
                .isEqualTo(422);
    }

    private static int sheets(String document) {
        return document.split("<article", -1).length - 1;
    }

    private static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        return field.find() ? field.group(1) : "";
    }
}
