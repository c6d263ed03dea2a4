package io.agizo.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.agizo.Browser;
import io.agizo.RunningShop;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.signin.TwoReplicas;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Orders that come in from elsewhere while somebody sits in the office. */
final class Orders {

    private Orders() {}

    /** The number of a new order, placed on the replica. */
    static String placed(RunningShop replica) {
        HttpResponse<String> answer = post(
                replica,
                "/api/v1/orders",
                "{\"lines\": [{\"item\": \"Chapati\", \"quantity\": 1, \"amount\": \"20.00\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningShop.json(answer).path("number").asString();
    }

    static String accepted(RunningShop replica) {
        String number = placed(replica);
        HttpResponse<String> answer = post(replica, "/api/v1/orders/" + number + "/accept", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return number;
    }

    private static HttpResponse<String> post(RunningShop replica, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(replica.uri(path))
                .header("Authorization", "Bearer " + replica.demoToken())
                .POST(BodyPublishers.ofString(body));
        return replica.send(body.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }

    /** The first page of the office, in a browser of the first replica. */
    static Page signIn(Browser browser, Colleague colleague) {
        Page page = browser.open(TwoReplicas.url() + "/login");
        page.fill("input[name=username]", colleague.member().phone());
        page.fill("input[name=password]", TwoReplicas.PASSWORD);
        page.click("form[action='/login'] button");
        page.waitForURL("**/office");
        return page;
    }
}
