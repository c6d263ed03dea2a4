package io.agizo.imports;

import static io.agizo.imports.UploadClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "agizo.demo.active=true")
class UploadsJourneyTests {

    private static final String FORM = "multipart/form-data; boundary=frontier";

    private final int port;
    private final UploadClient client;
    private final JdbcClient sql;

    UploadsJourneyTests(@LocalServerPort int port, @Autowired JdbcClient sql) {
        this.port = port;
        this.client = new UploadClient(port);
        this.sql = sql;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = TestDatabase.freshUrl();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> TestDatabase.USER);
        properties.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
    }

    @Test
    void reportsWhatBecameOfEachRow() {
        JsonNode report = client.over(client.csv("/imports/customers", "code,name\nU-1,Amina\nU 2,Juma\n"));

        assertThat(report.path("state").asString()).isEqualTo("done");
        assertThat(report.path("kind").asString()).isEqualTo("customers");
        assertThat(report.path("read").asInt()).isEqualTo(2);
        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        assertThat(report.path("errors").toString())
                .isEqualTo(
                        "[{\"row\":2,\"field\":\"code\",\"message\":\"must be 1 to 40 letters, digits, '-', '_' or '.'\"}]");
        String location = "/api/v1/imports/" + report.path("id").asString();
        HttpResponse<String> again = client.get(location);
        String tag = again.headers().firstValue("ETag").orElseThrow();
        assertThat(client.get(location, "If-None-Match", tag).statusCode()).isEqualTo(304);

        HttpResponse<String> errors = client.get(location + "/errors.csv");
        assertThat(errors.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(errors.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"customers-errors.csv\"");
        assertThat(errors.body())
                .isEqualTo(
                        "row,field,message,refused\r\n2,code,\"must be 1 to 40 letters, digits, '-', '_' or '.'\",true\r\n");
    }

    @Test
    void leavesStockWithANoteUnlessItIsToBeSet() {
        client.over(client.csv("/imports/products", "sku,name,price,stock\nST-1,Tea,450,10\n"));
        String file = "sku,name,price,stock\nST-1,Tea,450.00,7.0\n,,,\n";

        JsonNode left = client.over(client.csv("/imports/products", file));

        assertThat(left.path("accepted").asInt()).isEqualTo(1);
        assertThat(left.path("errors").isEmpty()).isTrue();
        assertThat(left.path("notes").path(0).path("field").asString()).isEqualTo("stock");
        assertThat(left.path("notes").path(0).path("message").asString()).contains("?stock=set");
        assertThat(client.get("/api/v1/imports/" + left.path("id").asString() + "/errors.csv")
                        .body())
                .startsWith("row,field,message,refused\r\n1,stock,")
                .endsWith(",false\r\n");
        assertThat(onHand("ST-1")).isEqualTo(10);

        JsonNode set = client.over(client.csv("/imports/products?stock=set", file));

        assertThat(set.path("notes").isEmpty()).isTrue();
        assertThat(onHand("ST-1")).isEqualTo(7);
        assertProblem(client.csv("/imports/products?stock=add", file), 422);
        assertProblem(client.csv("/imports/customers?stock=set", "code,name\nA,B\n"), 422);
        assertProblem(new UploadClient(port, "products:write").csv("/imports/products?stock=set", file), 403);
    }

    private int onHand(String sku) {
        return json(client.get("/api/v1/products/" + sku))
                .path("stock")
                .path("onHand")
                .asInt();
    }

    @Test
    void takesJsonLines() {
        BodyPublisher lines =
                BodyPublishers.ofString("{\"code\":\"J-1\",\"name\":\"Amina\",\"locale\":\"sw\"}\n{\"a\":1}\n");

        JsonNode report = client.over(client.post("/imports/customers", "application/x-ndjson", lines));

        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.path("errors").path(0).path("field").asString()).isEqualTo("a");
        assertThat(client.get("/api/v1/customers/J-1").body()).contains("\"locale\":\"sw\"");
    }

    @ParameterizedTest
    @CsvSource({
        "F-1, text/csv, x",
        "F-2, application/vnd.ms-excel, customers.CSV",
        "F-3, text/plain; charset=utf-8, customers.tsv"
    })
    void takesTheFileOfAForm(String code, String type, String name) {
        BodyPublisher form = form("file", type, name, "code,name\n" + code + ",Amina\n");

        JsonNode report = client.over(client.post("/imports/customers", FORM, form));

        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(client.get("/api/v1/customers/" + code).statusCode()).isEqualTo(200);
    }

    @Test
    void readsTheQueryOfAForm() {
        BodyPublisher form = form("file", "text/csv", "x", "code,name\nQ-1,Amina\n");

        assertThat(client.over(client.post("/imports/customers?dryRun=true", FORM, form))
                        .path("dryRun")
                        .asBoolean())
                .isTrue();
        assertThat(client.get("/api/v1/customers/Q-1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "422, wrong, text/csv, a.csv, frontier",
        "415, file, image/png, a.png, frontier",
        "415, file, text/csv; charset=latin1, a.csv, frontier",
        "422, file, text/csv, a.csv, elsewhere"
    })
    void refusesAFormItCannotRead(int status, String part, String type, String name, String boundary) {
        BodyPublisher form = form(part, type, name, "code,name\nX-1,Amina\n");

        HttpResponse<String> answer =
                client.post("/imports/customers", "multipart/form-data; boundary=" + boundary, form);

        assertProblem(answer, status);
    }

    @Test
    void refusesAFormThatBreaksOff() {
        String part = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n";
        for (String form : List.of(part + "\r\ncode,name\nX-1,Amina\n", part, part + "X: " + "x".repeat(10_000))) {
            assertProblem(client.post("/imports/customers", FORM, BodyPublishers.ofString(form)), 400);
        }
        assertProblem(client.post("/imports/customers", "multipart/form-data", BodyPublishers.ofString(part)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "code,name\n",
                "code,nmae\nA,B\n",
                "code\nA\n",
                "code,name\nA,\"B\nC,D\n",
                "code,name\nA,\"B\"C\n",
                "%PDF-1.7\n%âãÏÓ\n1 0 obj",
                "<html><body>code,name</body></html>"
            })
    void refusesAtOnceWhatIsNoTable(String text) {
        HttpResponse<String> answer = client.csv("/imports/customers", text);

        assertProblem(answer, 422);
        assertThat(json(answer).path("errors").path(0).path("message").asString())
                .isNotBlank();
    }

    @Test
    void refusesAtOnceWhatIsNotUtf8() {
        for (byte[] bytes : List.of(
                "code,name\nA,Müller\n".getBytes(StandardCharsets.ISO_8859_1),
                "code,name\nA,B\n".getBytes(StandardCharsets.UTF_16))) {
            HttpResponse<String> answer =
                    client.post("/imports/customers", "text/csv", BodyPublishers.ofByteArray(bytes));

            assertProblem(answer, 422);
            assertThat(answer.body()).contains("UTF-8");
        }
    }

    @Test
    void refusesAMillionColumns() {
        assertProblem(client.csv("/imports/customers", "x,".repeat(1_000_000) + "\n"), 422);
        assertProblem(client.csv("/imports/customers", "code,name\nA" + ",".repeat(1_000_000) + "\n"), 422);
    }

    @Test
    void takesAFormulaForTheTextItIs() {
        client.over(client.csv("/imports/customers", "code,name\nFX-1,=HYPERLINK(1)\n"));

        assertThat(json(client.get("/api/v1/customers/FX-1")).path("name").asString())
                .isEqualTo("=HYPERLINK(1)");
    }

    @Test
    void refusesOtherMediaTypesAndKinds() {
        BodyPublisher csv = BodyPublishers.ofString("code,name\nA,B\n");
        assertProblem(client.post("/imports/customers", "application/json", csv), 415);
        assertProblem(client.post("/imports/customers", "application/pdf", csv), 415);
        assertProblem(client.post("/imports/customers", "text/csv; charset=utf-16", csv), 415);
        assertThat(client.post("/imports/employees", "text/csv", csv).statusCode())
                .isIn(404, 405);
        assertProblem(client.csv("/imports/customers?dryRun=perhaps", "code,name\nA,B\n"), 422);
        assertProblem(client.get("/api/v1/imports/" + UUID.randomUUID()), 404);
        assertProblem(client.get("/api/v1/imports/none"), 404);
    }

    @Test
    void refusesMoreThanAnUploadMayHaveBeforeItComes() throws IOException {
        assertThat(client.announce("/imports/customers", "text/csv", StoreUpload.MOST_BYTES + 100_000))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void needsThePermissionToWriteWhatItBrings() {
        UploadClient clerk = new UploadClient(port, "orders:place");

        HttpResponse<String> refused = clerk.csv("/imports/customers", "code,name\nA,B\n");
        assertProblem(refused, 403);
        assertThat(refused.body()).contains("customers:write");
        clerk.over(clerk.csv("/imports/orders?dryRun=true", "item,amount\nBread,65\n"));
    }

    @Test
    void doesNotExistForWhoMayNotSendSuchUploads() {
        String id = client.over(client.csv("/imports/customers?dryRun=true", "code,name\nA,B\n"))
                .path("id")
                .asString();

        UploadClient clerk = new UploadClient(port, "orders:place");
        assertProblem(clerk.get("/api/v1/imports/" + id), 404);
        assertProblem(clerk.get("/api/v1/imports/" + id + "/errors.csv"), 404);
        assertThat(new UploadClient(port, "customers:write")
                        .get("/api/v1/imports/" + id)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesOneUploadUnderOneKey() {
        String file = "code,name\nK-1,Amina\n";
        HttpResponse<String> first = client.csv("/imports/customers", file, "Idempotency-Key", "k-1");
        HttpResponse<String> again = client.csv("/imports/customers", file, "Idempotency-Key", "k-1");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertProblem(client.csv("/imports/customers", file + "K-2,Juma\n", "Idempotency-Key", "k-1"), 422);
        assertProblem(client.csv("/imports/customers?dryRun=true", file, "Idempotency-Key", "k-1"), 422);
        client.over(first);
        assertThat(sql.sql("select count(*) from import where state = 'arriving'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select count(*) from import_chunk")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static BodyPublisher form(String part, String type, String name, String content) {
        return BodyPublishers.ofString(
                "--frontier\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n--frontier--\r\n");
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "java.", "org.", "select ", "insert ");
    }
}
