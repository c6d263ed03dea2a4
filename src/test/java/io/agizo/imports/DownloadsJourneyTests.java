package io.agizo.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "agizo.demo.active=true")
class DownloadsJourneyTests {

    private final int port;
    private final UploadClient client;

    DownloadsJourneyTests(@LocalServerPort int port) {
        this.port = port;
        this.client = new UploadClient(port);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = TestDatabase.freshUrl();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> TestDatabase.USER);
        properties.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
    }

    @Test
    void bringsEveryRowOnceHoweverManyPagesTheyFill() {
        upload("customers", "code,name\n" + rows(2_345, n -> "PG-%d,Pagely %d\n".formatted(n, n)));

        HttpResponse<String> file = download("/customers?q=pagely");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"customers.csv\"");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).startsWith("code,name,phone,email,locale").hasSize(2_346);
        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void runsNothingInASpreadsheetAndGoesBackInUnchanged() {
        upload("customers", "code,name,phone\nFX-1,'=HYPERLINK(1),0711000009\nFX-2,\"@Otieno, Amina\",\n");
        upload("products", "sku,name,price,stock,category,description\nFX-1,+Tea,450,7,,\"-5 %, \"\"fresh\"\"\"\n");

        String customers = download("/customers?q=FX-").body();
        String products = download("/products?q=FX-").body();

        assertThat(customers)
                .contains("FX-1,'=HYPERLINK(1),'+254711000009,,en\r\n", "FX-2,\"'@Otieno, Amina\",,,en\r\n");
        assertThat(products).contains("FX-1,'+Tea,450.00,7,,\"'-5 %, \"\"fresh\"\"\",true,,,,\r\n");
        upload("customers", customers);
        upload("products", products);
        assertThat(download("/customers?q=FX-").body()).isEqualTo(customers);
        assertThat(download("/products?q=FX-").body()).isEqualTo(products);
        assertThat(UploadClient.json(client.get("/api/v1/customers/FX-1"))
                        .path("name")
                        .asString())
                .isEqualTo("=HYPERLINK(1)");
        assertThat(client.get("/api/v1/customers/FX-1").headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"1-"));
    }

    @Test
    void bringsWhatProductsAreCalledInSwahili() {
        upload("products", """
                sku,name,price,category,name_sw,description_sw,category_sw
                TR-1,Fresh milk,65,Dairy,Maziwa,"Safi, baridi",Maziwa na mayai
                TR-2,Sugar,165,,,,
                """);
        String file = download("/products?q=TR-").body();

        assertThat(file)
                .contains(
                        "TR-1,Fresh milk,65.00,0,Dairy,,true,,Maziwa,\"Safi, baridi\",Maziwa na mayai\r\n",
                        "true,,,,\r\n");
        upload("products", file);
        assertThat(client.get("/api/v1/products/TR-1").headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"1-"));
        upload("products", "sku,name,price\nTR-1,Fresh milk 500 ml,65\n");
        assertThat(download("/products?q=maziwa").body())
                .contains("TR-1,Fresh milk 500 ml,65.00,0,Dairy,,true,,Maziwa,");
    }

    @Test
    void knowsAnOrderAgainByItsNumber() {
        upload("customers", "code,name\nBK-1,Baraka\n");
        String number = UploadClient.json(client.post(
                        "/orders",
                        "application/json",
                        BodyPublishers.ofString("{\"customer\":\"BK-1\",\"item\":\"=Basket\",\"amount\":\"100.00\"}")))
                .path("number")
                .asString();

        String file = download("/orders?customer=BK-1").body();

        assertThat(file)
                .startsWith("reference,customer,item,sku,quantity,amount,time,number,status\r\n" + number
                        + ",BK-1,'=Basket,,1,100.00,")
                .endsWith("," + number + ",pending\r\n");
        client.delete("/api/v1/customers/BK-1");
        upload("orders?dryRun=true", file);
        upload("orders", file);
        assertThat(download("/orders?q=" + number).body().lines()).hasSize(2);
    }

    @Test
    void isAskedForByName() {
        assertThat(client.get("/api/v1/customers", "Accept", "*/*").headers().firstValue("Content-Type"))
                .hasValue("application/json");
        assertThat(client.get("/api/v1/customers", "Accept", "text/csv, */*;q=0.1")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("text/csv;charset=UTF-8");
    }

    @Test
    void isForThoseWhoMayReadTheListAndRefusesAQueryAsTheListDoes() {
        UploadClient stranger = new UploadClient(port, "products:write");

        HttpResponse<String> refused = stranger.get("/api/v1/customers", "Accept", "text/csv");
        HttpResponse<String> invalid = client.get("/api/v1/products?sort=colour", "Accept", "text/csv");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("customers:read");
        assertThat(invalid.statusCode()).isEqualTo(422);
        assertThat(invalid.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private HttpResponse<String> download(String path) {
        HttpResponse<String> file = client.get("/api/v1" + path, "Accept", "text/csv");
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        return file;
    }

    private void upload(String kind, String csv) {
        JsonNode report = client.over(client.csv("/imports/" + kind, csv));
        assertThat(report.path("rejected").asInt()).as(report.toString()).isZero();
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.rangeClosed(1, count).mapToObj(row).collect(Collectors.joining());
    }
}
