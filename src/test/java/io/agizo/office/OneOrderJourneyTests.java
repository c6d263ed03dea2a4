package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static io.agizo.signin.TwoReplicas.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One order on its page, as its forms are sent. */
class OneOrderJourneyTests {

    private final Visitor owner = hired("owner").signedIn();

    @Test
    void isLedFromItsPlacingToItsReturn() {
        OneOrder order = OneOrder.placed();
        assertThat(owner.get(order.path()).body())
                .contains("action=\"" + order.path() + "/accept\"", order.number(), "Call at the gate", "Amina Otieno")
                .contains("good news, your order " + order.number() + " is confirmed")
                .doesNotContain(order.path() + "/return");

        assertThat(Visitor.location(owner.post(order.path() + "/accept", "version", "1")))
                .hasValue(order.path());
        assertThat(order.lastText()).contains("good news");
        assertThat(Visitor.location(owner.post(order.path() + "/fulfil", "quantity.1", "1", "quantity.2", "0")))
                .hasValue(order.path());
        assertThat(order.stock()).isEqualTo("9 2");
        assertThat(order.status()).isEqualTo("accepted");
        owner.post(order.path() + "/fulfil");
        assertThat(order.status()).isEqualTo("fulfilled");
        assertThat(order.stock()).isEqualTo("7 0");
        owner.post(order.path() + "/return", "quantity.1", "1", "restock", "false");
        assertThat(order.stock()).isEqualTo("7 0");
        owner.post(order.path() + "/return", "restock", "true");
        assertThat(order.status()).isEqualTo("returned");
        assertThat(order.stock()).isEqualTo("9 0");
        assertThat(owner.get(order.path()).body()).contains("Taken back", "Handed over in part");
    }

    @ParameterizedTest
    @CsvSource({
        "owner,   accept reject cancel delete edit private-note",
        "manager, accept reject cancel delete edit private-note",
        "cashier, accept reject cancel edit private-note",
        "packer,  none"
    })
    void showsEachRoleWhatItMayDoAndTheServerRefusesTheRest(String role, String may) {
        OneOrder order = OneOrder.placed();
        Visitor colleague = hired(role).signedIn();
        String page = colleague.get(order.path()).body();
        String[] steps = {"accept", "reject", "cancel", "delete", "edit", "private-note", "fulfil", "return"};

        for (String step : steps) {
            boolean shown = page.contains(order.path() + "/" + step + "\"");
            assertThat(shown)
                    .as("%s sees %s", role, step)
                    .isEqualTo(List.of(may.split(" ")).contains(step));
            if (!shown && !step.equals("fulfil") && !step.equals("return")) {
                assertThat(colleague
                                .post(order.path() + "/" + step, "reason", "x")
                                .statusCode())
                        .as("%s presses %s", role, step)
                        .isEqualTo(403);
            }
        }
        assertThat(order.status()).isEqualTo("pending");
        owner.post(order.path() + "/accept");
        assertThat(colleague.get(order.path()).body()).contains(order.path() + "/fulfil\"");
    }

    @Test
    void tellsTheSecondOfTwoWhoDecideWhoWasFirst() {
        OneOrder order = OneOrder.placed();
        owner.post(order.path() + "/reject", "version", "1", "reason", "Sold out, sorry", "reason", "");

        HttpResponse<String> late = hired("manager").signedIn().post(order.path() + "/accept", "version", "1");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("was first: they rejected it at");
        assertThat(order.lastText()).contains("Reason: Sold out, sorry");
        assertThat(order.status()).isEqualTo("rejected");
    }

    @Test
    void showsTheOneOrderToWhoPressesTwice() {
        OneOrder order = OneOrder.placed();
        owner.post(order.path() + "/accept", "version", "1");

        assertThat(Visitor.location(owner.post(order.path() + "/accept", "version", "1")))
                .hasValue(order.path());
    }

    @Test
    void losesNoReasonThatWasTypedTooLate() {
        OneOrder order = OneOrder.placed();
        owner.post(order.path() + "/accept");

        HttpResponse<String> late = hired("manager")
                .signedIn()
                .post(order.path() + "/cancel", "version", "1", "reason", "Baraka <b>asked</b> for it");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Baraka &lt;b>asked&lt;/b> for it").doesNotContain("<b>asked");
    }

    @Test
    void wantsAReasonThatTheCustomerReads() {
        OneOrder order = OneOrder.placed();

        assertThat(owner.post(order.path() + "/reject").statusCode()).isEqualTo(422);
        assertThat(owner.post(order.path() + "/reject", "reason", "x".repeat(4000))
                        .statusCode())
                .isEqualTo(422);
        assertThat(owner.get(order.path() + "/words?step=reject&reason=&reason=Moved%20house")
                        .body())
                .contains("Reason: Moved house");
        assertThat(order.status()).isEqualTo("pending");
    }

    @Test
    void goesBackToWhereSomebodyCameFromAndNowhereElse() {
        OneOrder order = OneOrder.placed();
        String list = "/office/orders?status=pending&q=amina%20o";

        assertThat(Visitor.location(owner.post(order.path() + "/accept", "back", list)))
                .hasValue(list);
        for (String elsewhere :
                new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "/office/{x}"}) {
            assertThat(Visitor.location(owner.post(OneOrder.placed().path() + "/accept", "back", elsewhere)))
                    .as(elsewhere)
                    .hasValueSatisfying(there -> assertThat(there).matches("/office/orders/[0-9A-Z]{4}-[0-9A-Z]{3}"));
        }
    }

    @Test
    void understandsItsNumberAsPeopleTypeIt() {
        OneOrder order = OneOrder.placed();
        String typed = order.number().replace("-", "").toLowerCase(Locale.ROOT);

        assertThat(Visitor.location(owner.get("/office/orders/" + typed))).hasValue(order.path());
        assertThat(owner.get("/office/orders/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatAnEditComesToBeforeItIsSaved() {
        OneOrder order = OneOrder.placed();
        String edit = order.path() + "/edit";
        assertThat(owner.post(edit, "do", "find", "find", order.sku()).body()).contains("name=\"add\"");

        HttpResponse<String> looked = owner.post(edit, "do", "preview", "quantity.1", "2", "quantity.2", "0");

        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("900.00", "The total is now KES 900.00");
        assertThat(order.stock()).isEqualTo("10 3");
        HttpResponse<String> tooMany = owner.post(edit, "quantity.1", "11");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("only 10 can be had", "value=\"11\"");
        assertThat(owner.post(edit, "quantity.1", "many").statusCode()).isEqualTo(422);
        assertThat(owner.post(edit, "quantity.1", "0", "quantity.2", "0").statusCode())
                .isEqualTo(422);

        HttpResponse<String> saved = owner.post(
                edit,
                "version",
                "1",
                "quantity.1",
                "2",
                "quantity.2",
                "0",
                "item",
                "Gift wrap",
                "amount",
                "100",
                "note",
                "Ring twice");

        assertThat(Visitor.location(saved)).hasValue(order.path());
        assertThat(order.lastText()).contains("The total is now KES 1,000.00");
        assertThat(owner.get(order.path()).body()).contains("Gift wrap", "Ring twice");
        HttpResponse<String> stale = owner.post(edit, "version", "1", "quantity.1", "1", "note", "Typed for long");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("edited it at", "Typed for long");
    }

    @Test
    void keepsItsPrivateNoteFromTheShopperAndFromBeingOverwritten() {
        OneOrder order = OneOrder.placed();
        String rude = "<script>alert(1)</script> ‮mteja‬ 🙈";
        assertThat(Visitor.location(owner.post(order.path() + "/private-note", "version", "0", "privateNote", rude)))
                .hasValue(order.path());

        HttpResponse<String> late =
                hired("cashier").signedIn().post(order.path() + "/private-note", "version", "0", "privateNote", "mine");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("&lt;script&gt;alert(1)", ">mine</textarea>")
                .doesNotContain("<script>alert");
        owner.post(order.path() + "/accept");
        assertThat(order.lastText()).doesNotContain("mteja");
        assertThat(owner.get(order.path() + "/slip").body()).doesNotContain("mteja");
        assertThat(owner.get(order.path() + "/receipt").body()).doesNotContain("mteja");
        assertThat(owner.post(order.path() + "/private-note", "privateNote", "x".repeat(4001))
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "dead"})
    void sendsATextAgainThatFailed(String status) {
        OneOrder order = OneOrder.placed();
        String id = sql().sql("""
                        update message set status = ?, due_at = null
                         where order_id = (select id from orders where number = ?) returning id
                        """)
                .params(status, order.number())
                .query(String.class)
                .single();
        String again = order.path() + "/texts/" + id + "/again";
        assertThat(owner.get(order.path()).body()).contains("action=\"" + again + "\"");

        assertThat(Visitor.location(owner.post(again))).hasValue(order.path());
        assertThat(owner.post(again).statusCode()).isIn(303, 409);
        assertThat(hired("packer").signedIn().post(again).statusCode()).isEqualTo(403);
    }

    @Test
    void asksFirstWhereATextMayHaveArrived() {
        OneOrder order = OneOrder.placed();
        String id = sql().sql("""
                        update message set status = 'unknown', due_at = null
                         where order_id = (select id from orders where number = ?) returning id
                        """).param(order.number()).query(String.class).single();
        String again = order.path() + "/texts/" + id + "/again";

        assertThat(owner.post(again).statusCode()).isEqualTo(409);
        assertThat(owner.get(order.path()).body()).contains("then it is read twice");
        assertThat(Visitor.location(owner.post(again, "evenIfArrived", "true"))).hasValue(order.path());
    }

    @Test
    void isDeletedOnlyWithAWordOnWhereItsGoodsGo() {
        OneOrder order = OneOrder.placed();
        owner.post(order.path() + "/accept");
        owner.post(order.path() + "/fulfil", "quantity.1", "1");

        assertThat(owner.post(order.path() + "/delete").statusCode()).isEqualTo(409);
        assertThat(Visitor.location(owner.post(order.path() + "/delete", "restock", "true")))
                .hasValue("/office/orders");
        assertThat(order.stock()).isEqualTo("10 0");
        assertThat(owner.get(order.path()).statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheNamesAndNotesOfTheWorldAsTheyAre() {
        OneOrder order = OneOrder.placed(
                "<i>Zuri</i> " + "ً".repeat(5) + "🦒".repeat(40), "<img src=x onerror=1> " + "ش".repeat(900));

        HttpResponse<String> page = owner.get(order.path());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;i&gt;Zuri", "&lt;img src=x").doesNotContain("<img src=x", "<i>Zuri");
        assertThat(owner.get(order.path() + "/slip?paper=58").body()).contains("&lt;img src=x");
    }
}
