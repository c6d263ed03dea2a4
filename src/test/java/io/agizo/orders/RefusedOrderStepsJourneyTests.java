package io.agizo.orders;

import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of an order that are asked for wrongly, or by those who may not. */
class RefusedOrderStepsJourneyTests {

    private static final String ORDERS = "/api/v1/orders";

    private final OpenShop office = OpenShop.as();

    @ParameterizedTest
    @ValueSource(strings = {"fulfil", "return"})
    void pointsAtUnitsThatAreNotThere(String verb) {
        String path = placed("{\"item\":\"Bag\",\"amount\":\"5\",\"quantity\":2}");
        take(path, "accept");
        if (verb.equals("return")) {
            take(path, "fulfil");
        }
        Map.of(
                        "{\"lines\":[{\"lineNumber\":2,\"quantity\":1}]}", "/lines/0/lineNumber",
                        "{\"lines\":[{\"lineNumber\":-1,\"quantity\":1}]}", "/lines/0/lineNumber",
                        "{\"lines\":[{\"lineNumber\":1,\"quantity\":3}]}", "/lines/0/quantity",
                        "{\"lines\":[{\"lineNumber\":1,\"quantity\":0}]}", "/lines/0/quantity",
                        "{\"lines\":[{\"lineNumber\":1,\"quantity\":-1}]}", "/lines/0/quantity",
                        "{\"lines\":[{\"lineNumber\":1,\"quantity\":9999999999}]}", "/lines/0/quantity",
                        "{\"lines\":[{\"lineNumber\":1}]}", "/lines/0/quantity",
                        "{\"lines\":[{\"lineNumber\":1,\"quantity\":1},{\"lineNumber\":1,\"quantity\":1}]}",
                                "/lines/1/lineNumber",
                        "{\"lines\":[]}", "/lines",
                        "{\"line\":[]}", "/line")
                .forEach((body, pointer) -> {
                    HttpResponse<String> refused = office.post(path + "/" + verb, body);
                    assertThat(refused.statusCode()).as(body + refused.body()).isEqualTo(422);
                    assertThat(json(refused).at("/errors/0/pointer").asString())
                            .as(body)
                            .isEqualTo(pointer);
                });
        assertThat(json(office.get(path)).path("timeline").size()).isEqualTo(verb.equals("fulfil") ? 2 : 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lines\":null} | 422 | /lines",
                "{\"time\":null} | 422 | /time",
                "{\"time\":\"2999-01-01T00:00:00Z\"} | 422 | /time",
                "{\"lines\":[]} | 422 | /lines",
                "{\"lines\":[null]} | 422 | /lines/0",
                "{\"lines\":{}} | 422 | /lines",
                "{\"status\":\"accepted\"} | 422 | /status",
                "{\"lines\":[{\"lineNumber\":9}]} | 422 | /lines/0/lineNumber",
                "{\"lines\":[{\"lineNumber\":1},{\"lineNumber\":1}]} | 422 | /lines/1/lineNumber",
                "{\"lines\":[{\"lineNumber\":1,\"quantity\":0}]} | 422 | /lines/0/quantity",
                "{\"lines\":[{\"lineNumber\":1,\"quantity\":1}]} | 422 | /lines/0/quantity",
                "{\"lines\":[{\"lineNumber\":1,\"sku\":\"TEA\"}]} | 422 | /lines/0/sku",
                "{\"lines\":[{\"lineNumber\":1,\"colour\":\"red\"}]} | 422 | /lines/0/colour",
                "{\"lines\":[{\"item\":\"Box\",\"amount\":\"5\"}]} | 422 | /lines",
                "{\"lines\":[{\"lineNumber\":1},{\"sku\":\"NO-SUCH\"}]} | 422 | /lines/1/sku",
                "{\"lines\":[{\"lineNumber\":1,\"amount\":\"99999999999.99\"}]} | 422 | /lines",
                "[] | 422 | ''",
                "{\"lines\":[ | 400 | "
            })
    void pointsAtWhatAnEditCannotDo(String patch, int status, String pointer) {
        String path = placed("{\"item\":\"Bag\",\"amount\":\"5\",\"quantity\":3}");
        take(path, "accept");
        office.post(path + "/fulfil", "{\"lines\":[{\"lineNumber\":1,\"quantity\":2}]}");

        HttpResponse<String> refused = office.patch(path, patch);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        if (pointer != null) {
            assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
        assertThat(json(office.get(path)).path("timeline").size()).isEqualTo(3);
    }

    @Property(tries = 200)
    void neverFailsAtAnyMutilatedEdit(
            @ForAll @IntRange(max = 150) int at, @ForAll byte replacement, @ForAll boolean cut) {
        String path = placed("{\"item\":\"Bag\",\"amount\":\"5\",\"quantity\":3}");
        String good = """
                {"lines":[{"lineNumber":1,"item":"Bag","amount":"5.00","quantity":2,"total":"10.00","fulfilled":0},\
                {"item":"Box","amount":7}],"time":"2026-01-22T09:00:00Z","note":"x"}""";
        int place = Math.min(at, good.length() - 1);
        String bad = good.substring(0, place) + (char) (replacement & 0x7F) + (cut ? "" : good.substring(place + 1));

        assertThat(office.patch(path, bad).statusCode()).isIn(200, 400, 422);
    }

    @Test
    void needsThePermissionOfEachDoor() {
        String path = placed("{\"item\":\"Bag\",\"amount\":\"5\"}");
        OpenShop reader = OpenShop.as(Permission.ORDERS_READ);

        assertThat(json(reader.patch(path, "{}")).path("detail").asString()).contains("orders:edit");
        assertThat(json(reader.post(path + "/fulfil", "")).path("detail").asString())
                .contains("orders:fulfil");
        assertThat(json(reader.post(path + "/return", "")).path("detail").asString())
                .contains("orders:fulfil");
        assertThat(json(reader.delete(path)).path("detail").asString()).contains("orders:delete");
        assertThat(json(reader.get("/api/v1/stock/audit")).path("detail").asString())
                .contains("reports:read");
        assertThat(json(reader.get("/api/v1/products/X/movements"))
                        .path("detail")
                        .asString())
                .contains("stock:write");
    }

    private HttpResponse<String> take(String path, String verb) {
        return office.post(path + "/" + verb, "");
    }

    private String placed(String order) {
        return ORDERS + "/" + json(office.post(ORDERS, order)).path("number").asString();
    }
}
