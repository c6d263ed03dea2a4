package io.agizo.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.TestDatabase;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "agizo.demo.active=true")
class NorthwindJourneyTests {

    private static final Path SAMPLES = Path.of("samples/northwind");

    private final UploadClient client;
    private final JdbcClient sql;

    NorthwindJourneyTests(@LocalServerPort int port, @Autowired JdbcClient sql) {
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
    void goesInAsItIsAndAgainWithoutAChange() throws IOException {
        BigDecimal total =
                new BigDecimal(Files.readString(SAMPLES.resolve("TOTAL")).strip());

        for (int time = 1; time <= 2; time++) {
            HttpResponse<String> customers = upload("customers");
            HttpResponse<String> products = upload("products");
            HttpResponse<String> orders = upload("orders");

            assertThat(counts(client.over(customers))).isEqualTo(List.of("done", 91, 91, 0));
            assertThat(counts(client.over(products))).isEqualTo(List.of("done", 77, 77, 0));
            assertThat(counts(client.over(orders))).isEqualTo(List.of("done", 2155, 2155, 0));
            assertThat(count("customer where version = 1 and code ~ '^[A-Z]{5}$'"))
                    .isEqualTo(91);
            assertThat(count("product where version = 1 and sku like 'NW-%'")).isEqualTo(77);
            assertThat(count("product where sku like 'NW-%' and visible")).isEqualTo(67);
            assertThat(count("orders where reference like 'NW-%'")).isEqualTo(830);
            assertThat(sql.sql("""
                    select sum(quantity * amount) from order_line
                     where order_id in (select id from orders where reference like 'NW-%')
                    """).query(BigDecimal.class).single()).isEqualByComparingTo(total);
            assertThat(count("message")).isZero();
        }
    }

    @Test
    void comesOutAsItWentInAndChangesNothingWhenItGoesInAgain() throws IOException {
        for (String kind : List.of("customers", "products", "orders")) {
            client.over(upload(kind));
        }
        for (String path : List.of("customers", "products", "products?visible=false", "orders")) {
            String file = client.get("/api/v1/" + path, "Accept", "text/csv").body();
            String kind = path.replaceAll("\\?.*", "");

            JsonNode report = client.over(client.csv("/imports/" + kind, file));

            long rows = file.lines().count() - 1;
            assertThat(counts(report)).as(path).isEqualTo(List.of("done", (int) rows, (int) rows, 0));
            assertThat(client.get("/api/v1/" + path, "Accept", "text/csv").body())
                    .as(path)
                    .isEqualTo(file);
            JsonNode checked = client.over(client.csv("/imports/" + kind + "?dryRun=true", file));
            assertThat(checked.path("rejected").asInt()).as(path).isZero();
        }
        assertThat(count("orders")).isEqualTo(830);
        assertThat(count("order_line")).isEqualTo(2155);
    }

    private HttpResponse<String> upload(String kind) throws FileNotFoundException {
        return client.post("/imports/" + kind, "text/csv", BodyPublishers.ofFile(SAMPLES.resolve(kind + ".csv")));
    }

    private static List<Object> counts(JsonNode report) {
        return List.of(
                report.path("state").asString(),
                report.path("read").asInt(),
                report.path("accepted").asInt(),
                report.path("rejected").asInt());
    }

    private long count(String from) {
        return sql.sql("select count(*) from " + from).query(Long.class).single();
    }
}
