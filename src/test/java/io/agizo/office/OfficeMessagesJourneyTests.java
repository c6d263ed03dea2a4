package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static io.agizo.signin.TwoReplicas.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.shared.Ids;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeMessagesJourneyTests {

    private static final String MESSAGES = "/office/messages";

    private final Visitor manager = hired("manager").signedIn();

    @Test
    void showsTheWayOfATextAndSendsItAgain() {
        UUID text = text("failed", "Asante 🛒 <b>sana</b>");

        assertThat(manager.get(MESSAGES + "?status=failed").body()).contains(text.toString(), "&lt;b>sana");
        assertThat(manager.get(MESSAGES + "/" + text).body()).contains("Refused", "Send again", "out of reach");
        assertThat(Visitor.location(again(text)))
                .hasValueSatisfying(there -> assertThat(there).endsWith(MESSAGES + "/" + text));
        assertThat(manager.get(MESSAGES + "/" + text).body()).contains("It goes out again");
    }

    @Test
    void asksFirstWhereNobodyKnowsWhetherItArrived() {
        UUID text = text("unknown", "Asante");

        HttpResponse<String> asked = again(text);

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("may be read twice", "name=\"sure\"");
        assertThat(statusOf(text)).isEqualTo("unknown");
        assertThat(again(text, "sure", "true").statusCode()).isEqualTo(303);
        assertThat(statusOf(text)).isNotEqualTo("unknown");
    }

    @Test
    void tellsThatItArrivedMeanwhile() {
        HttpResponse<String> refused = again(text("delivered", "Asante"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("arrived meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=perhaps", "?order=nonsense", "?order=%00"})
    void answersANonsenseFilterWithTheList(String filter) {
        HttpResponse<String> nonsense = manager.get(MESSAGES + filter);

        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(nonsense.body()).contains("<h1>Messages</h1>", "class=\"faults\"");
    }

    @Test
    void letsACashierReadAndNotSend() {
        Visitor cashier = hired("cashier").signedIn();
        UUID text = text("dead", "Asante");

        assertThat(cashier.get(MESSAGES + "/" + text).body()).doesNotContain("Send again");
        assertThat(cashier.post(MESSAGES + "/" + text + "/again").statusCode()).isEqualTo(403);
        assertThat(hired("packer").signedIn().get(MESSAGES).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> again(UUID text, String... fields) {
        return manager.post(MESSAGES + "/" + text + "/again", fields);
    }

    private static UUID text(String status, String body) {
        UUID id = Ids.next();
        sql().sql("""
                        insert into message (id, occasion, phone, body, status, attempts, queued_at, detail)
                        values (?, 'placed', '+254711000001', ?, ?, 1, now(), 'out of reach')
                        """).params(id, body, status).update();
        return id;
    }

    private static String statusOf(UUID text) {
        return sql().sql("select status from message where id = ?")
                .param(text)
                .query(String.class)
                .single();
    }
}
