package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static io.agizo.office.OrdersOf.lastBy;
import static io.agizo.office.OrdersOf.status;
import static io.agizo.signin.TwoReplicas.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.office.Colleagues.Colleague;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.OrderFixtures;
import io.agizo.orders.OrderNumber;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of orders in a browser that runs no scripts. */
class OrderListJourneyTests {

    private static final String CAUTION = "(?s)class=\"notice caution\".{0,300}";
    private static final String MANY = "/office/orders/many";

    private final Colleague manager = hired("manager");
    private final Visitor visitor = manager.signedIn();
    private final OrdersOf customer = OrdersOf.somebody("Wanjiru Kamau");

    @Test
    void acceptsTheChosenAtOnceInTheNameOfWhoPressed() {
        List<String> numbers = customer.place(3);
        assertThat(visitor.get(customer.list()).body()).contains(numbers).contains("Wanjiru Kamau");

        HttpResponse<String> done = many("accept", numbers.subList(0, 2));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(done).orElseThrow()).endsWith(customer.list());
        assertThat(visitor.get(customer.list()).body()).contains("2 orders are accepted.");
        assertThat(numbers.stream().map(OrdersOf::status)).containsExactly("accepted", "accepted", "pending");
        assertThat(lastBy(numbers.getFirst()))
                .isEqualTo("person:" + manager.member().id().value());
    }

    @Test
    void asksForTheReasonBeforeItRejects() {
        String number = customer.place();

        HttpResponse<String> asked = many("reject", List.of(number));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Reject " + number + "?", "name=\"reason\"");
        assertThat(status(number)).isEqualTo("pending");

        HttpResponse<String> refused =
                visitor.post(MANY, "action", "reject", "number", number, "reason", "x".repeat(4_000));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("x".repeat(4_000));
        assertThat(status(number)).isEqualTo("pending");

        visitor.post(MANY, "action", "reject", "number", number, "reason", "<b>Sold out</b> 🧺");
        assertThat(status(number)).isEqualTo("rejected");
    }

    @Test
    void tellsWhoWasFirstAndLinksWhatStaysAsItWas() {
        List<String> numbers = customer.place(2);
        bean(DecideOrder.class).reject(OrderFixtures.CLERK, new OrderNumber(numbers.getFirst()), null, "no");

        HttpResponse<String> done = many("accept", numbers);

        String report = visitor.get(path(done)).body();
        assertThat(report)
                .contains("Done: 1. 1 stay as they were.", "Clerk had rejected it already", numbers.getFirst());
        assertThat(status(numbers.getLast())).isEqualTo("accepted");
    }

    @Test
    void tellsAScriptInTheRowWhoWasFirst() {
        String number = customer.place();
        bean(DecideOrder.class).accept(OrderFixtures.CLERK, new OrderNumber(number), null);

        HttpResponse<String> row = hired("manager")
                .signedIn()
                .with("HX-Request", "true")
                .post(MANY, "action", "accept", "only", number, "back", customer.list());

        assertThat(row.statusCode()).isEqualTo(409);
        assertThat(row.body()).contains("data-row=\"" + number + "\"", "Clerk had accepted it already");
    }

    @Test
    void takesAllThatMatchAndNothingElseInTheBackground() {
        List<String> numbers = customer.place(25);
        OrdersOf other = OrdersOf.somebody("Otieno Ouma");
        String neighbour = other.place();

        HttpResponse<String> asked =
                visitor.post(MANY, "action", "accept", "all", "status=pending&q=" + customer.question(), "key", "k-1");
        String again = path(
                visitor.post(MANY, "action", "accept", "all", "status=pending&q=" + customer.question(), "key", "k-1"));

        assertThat(path(asked)).startsWith(MANY + "/").isEqualTo(again);
        await().untilAsserted(() ->
                assertThat(visitor.get(path(asked)).body()).contains("Done: all 25.", "<h1>Accepting 25 orders"));
        assertThat(numbers).allSatisfy(number -> assertThat(status(number)).isEqualTo("accepted"));
        assertThat(status(neighbour)).isEqualTo("pending");
    }

    @Test
    void doesNothingByAFilterThatItDoesNotUnderstand() {
        String number = customer.place();

        HttpResponse<String> refused = visitor.post(MANY, "action", "accept", "all", "status=nonsense");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(status(number)).isEqualTo("pending");
        assertThat(path(visitor.post(MANY, "action", "accept"))).isEqualTo("/office/orders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=nonsense",
                "status=%00",
                "from=yesterday&to=2026-02-30",
                "from=2026-11-30&to=2026-11-01",
                "sort=sum",
                "min=much&max=-1",
                "min=20&max=10",
                "min=1E999999999",
                "cursor=%F0%9F%A7%BA",
                "cursor=bm90IGEgY3Vyc29y",
                "customer=%3Cscript%3E",
                "view=nobody",
                "q=%3Cimg%20src%3Dx%3E%E2%80%AE%F0%9F%A7%BA"
            })
    void showsTheListWithAWordForNonsenseInTheAddress(String nonsense) {
        HttpResponse<String> answer = visitor.get("/office/orders?" + nonsense);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>Orders</h1>").doesNotContain("<script>", "<img src=x");
        if (!nonsense.startsWith("q=") && !nonsense.equals("status=%00")) {
            assertThat(answer.body()).contains("class=\"caution\"");
        }
    }

    @Test
    void isSortedAndNarrowedByTotalAlsoInASavedView() {
        String number = customer.place();

        assertThat(visitor.get(customer.list() + "&min=100&max=100.00&sort=-total")
                        .body())
                .contains(number, "value=\"-total\" selected")
                .doesNotContain("class=\"caution\"");
        assertThat(visitor.get(customer.list() + "&min=100.01").body()).doesNotContain(number);
        assertThat(visitor.get(customer.list() + "&max=99").body()).doesNotContain(number);
        String view = path(visitor.post(
                "/office/orders/views",
                "name",
                "Big ones",
                "query",
                "q=" + customer.question() + "&min=100.01&sort=total"));
        assertThat(view).contains("min=100.01&sort=total");
        assertThat(path(visitor.post(MANY, "action", "accept", "all", "q=" + customer.question() + "&min=100.01")))
                .startsWith(MANY);
        assertThat(visitor.post(MANY, "action", "accept", "all", "min=much").statusCode())
                .isEqualTo(422);
        assertThat(status(number)).isEqualTo("pending");
    }

    @Test
    void looksForNothingThatIsTooLong() {
        assertThat(visitor.get("/office/orders?q=" + "a".repeat(4_000)).body())
                .contains("What the address looks for is too long.");
    }

    @Test
    void writesHostileNamesAsText() {
        OrdersOf hostile = OrdersOf.somebody("<script>alert(1)</script> \u202eevil 🧺");
        hostile.place();

        assertThat(visitor.get(hostile.list()).body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void showsEachRoleWhatItMayDoAndRefusesTheRest() {
        String number = customer.place();
        Visitor packer = hired("packer").signedIn();

        assertThat(packer.get(customer.list()).body())
                .contains(number, "value=\"fulfil\"")
                .doesNotContain("value=\"accept\"", "value=\"reject\"", "value=\"cancel\"");
        assertThat(packer.post(MANY, "action", "accept", "number", number).statusCode())
                .isEqualTo(403);
        assertThat(status(number)).isEqualTo("pending");
    }

    @Test
    void leadsForwardsAndBackThroughTheList() {
        customer.place(45);

        String first = visitor.get(customer.list()).body();
        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        String next = link(first, "next");
        String second = visitor.get("/office/orders" + next).body();
        assertThat(second).contains("rel=\"next\"", "rel=\"prev\"");
        assertThat(numbers(second)).hasSize(20).doesNotContainAnyElementsOf(numbers(first));
        assertThat(numbers(visitor.get("/office/orders" + link(second, "prev")).body()))
                .isEqualTo(numbers(first));
    }

    @Test
    void downloadsWhatIsFiltered() {
        List<String> numbers = customer.place(2);
        OrdersOf other = OrdersOf.somebody("Otieno Ouma");
        String neighbour = other.place();

        HttpResponse<String> file = visitor.get("/office/orders/download?q=" + customer.question());

        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body()).contains(numbers).doesNotContain(neighbour);
        HttpResponse<String> chosen = many("download", numbers.subList(0, 1));
        assertThat(visitor.get(path(chosen)).body())
                .contains(numbers.getFirst())
                .doesNotContain(numbers.getLast());
    }

    @Test
    void keepsViewsOfOnesOwnAndOfAll() {
        customer.place(2);
        String name = "Wanjiru " + UUID.randomUUID().toString().substring(0, 8);
        HttpResponse<String> saved =
                visitor.post("/office/orders/views", "name", name, "query", "status=pending&q=" + customer.question());
        String mine = path(saved);

        assertThat(visitor.get(mine).body()).contains(name).doesNotContain("changed-view");
        assertThat(visitor.get(mine.replace("status=pending", "status=accepted"))
                        .body())
                .contains("changed-view", "Update the view", "Reset");
        Visitor colleague = hired("manager").signedIn();
        assertThat(colleague.get("/office/orders").body()).doesNotContain(name);
        String remove = "/office/orders/views/" + mine.replaceAll(".*view=", "") + "/remove";
        assertThat(colleague.post(remove).statusCode()).isEqualTo(404);
        assertThat(hired("packer")
                        .signedIn()
                        .post("/office/orders/views", "name", name, "shared", "true")
                        .statusCode())
                .isEqualTo(403);
        hired("owner").signedIn().post("/office/orders/views", "name", name + " all", "shared", "true");
        assertThat(colleague.get("/office/orders").body()).contains(name + " all");
        assertThat(visitor.post(remove).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/office/orders").body()).doesNotContain(name + "</span>");
    }

    @Test
    void saysAsACautionThatNothingWasSavedOrDone() {
        String unnamed = path(visitor.post("/office/orders/views", "name", ""));
        assertThat(visitor.get(unnamed).body()).containsPattern(CAUTION + "The view was not saved");
        String nothing = path(visitor.post(MANY, "action", "accept"));
        assertThat(visitor.get(nothing).body()).containsPattern(CAUTION + "No order was chosen");
    }

    private HttpResponse<String> many(String action, List<String> numbers) {
        List<String> fields = new ArrayList<>(List.of("action", action, "back", customer.list()));
        numbers.forEach(number -> fields.addAll(List.of("number", number)));
        return visitor.post(MANY, fields.toArray(String[]::new));
    }

    private static String path(HttpResponse<String> answer) {
        return Visitor.location(answer).orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    private static String link(String page, String rel) {
        return page.replaceAll("(?s).*rel=\"" + rel + "\" href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("data-row=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
