package io.agizo.platform;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FiguresJourneyTests {

    /** What others than the shop show, and what is not there before there was a first backup. */
    private static final Pattern NOT_HERE = Pattern.compile("(node|probe)_.*|agizo_(backup|restore_drill)_age_seconds");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(agizo_\\w+)` \\| [^|]+ \\| ([^|]*) \\|");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{([^}]*)})? (\\S+)$");
    private static final Pattern TAG = Pattern.compile("(\\w+)=\"");

    private static final String SKU = OpenShop.fresh("WATCHED");

    private final String scrape = scrape();

    @BeforeAll
    static void sellAFew() {
        OpenShop office = OpenShop.as();
        office.post(
                "/api/v1/products",
                "{\"sku\": \"%s\", \"name\": \"Tea\", \"price\": \"10.00\", \"stock\": 2}".formatted(SKU));
        assertThat(order(office, 1).statusCode()).isEqualTo(201);
        assertThat(order(office, 7).statusCode()).isEqualTo(409);
        office.ask("{ products(first: 1) { edges { node { sku } } } }");
        office.get("/products/" + SKU);
        office.get("/api/v1/orders/no-such-order");
    }

    @Test
    void areThoseOfTheTable() {
        Map<String, String> table = new TreeMap<>();
        ROW.matcher(Monitoring.read(Path.of("docs/operate/watching.md")))
                .results()
                .forEach(row -> table.put(row.group(1), row.group(2).replace("`", "")));
        table.keySet().removeIf(name -> NOT_HERE.matcher(name).matches());
        Map<String, String> shown = new TreeMap<>();
        Pattern.compile("(?m)^# TYPE (agizo_\\w+) \\w+$")
                .matcher(scrape)
                .results()
                .forEach(type -> {
                    String name = type.group(1);
                    if (!name.endsWith("_max") && !NOT_HERE.matcher(name).matches()) {
                        shown.put(name, tags(name));
                    }
                });

        assertThat(sorted(shown)).isEqualTo(sorted(table));
    }

    @Test
    void areAllThatTheDashboardAndTheAlertsAskFor() {
        Set<String> shown =
                SAMPLE.matcher(scrape).results().map(sample -> sample.group(1)).collect(Collectors.toSet());

        assertThat(Monitoring.askedFor().stream()
                        .filter(not(name -> NOT_HERE.matcher(name).matches())))
                .isNotEmpty()
                .isSubsetOf(shown);
    }

    @Test
    void tellDoorsAndReasonsApart() {
        assertThat(value("agizo_orders_placed_total{door=\"rest\"}")).isPositive();
        assertThat(value("agizo_orders_refused_total{door=\"rest\",reason=\"out-of-stock\"}"))
                .isPositive();
        assertThat(value("agizo_orders_refused_total{door=\"upload\",reason=\"desk-full\"}"))
                .isZero();
        assertThat(value("agizo_orders_time_seconds_count{door=\"rest\"}")).isPositive();
        assertThat(value("agizo_graphql_seconds_count{field=\"products\",operation=\"query\",outcome=\"success\"}"))
                .isPositive();
    }

    @Test
    void nameAddressesByTheirPatterns() {
        assertThat(scrape)
                .contains("uri=\"/api/v1/orders/{number}\"", "uri=\"/products/{sku}\"")
                .doesNotContain(SKU, "no-such-order");
        assertThat(scrape).containsPattern("http_server_requests_seconds_bucket\\{[^}]*le=\"0.012\"");
    }

    @Test
    void ofTheDashboardAreValidJson() {
        assertThat(new JsonMapper()
                        .readTree(Monitoring.read(Monitoring.FOLDER.resolve("dashboards/agizo.json")))
                        .path("panels")
                        .size())
                .isGreaterThan(10);
    }

    private static HttpResponse<String> order(OpenShop office, int units) {
        return office.post(
                "/api/v1/orders", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": %d}]}".formatted(SKU, units));
    }

    private static String scrape() {
        return OpenShop.as(Permission.REPORTS_READ).get("/actuator/prometheus").body();
    }

    private double value(String series) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(scrape);
        assertThat(line.find()).as(series).isTrue();
        return Double.parseDouble(line.group(1));
    }

    /** Of all series of that name. */
    private String tags(String name) {
        Set<String> tags = new TreeSet<>();
        SAMPLE.matcher(scrape).results().forEach(sample -> {
            if (sample.group(1).replaceFirst("_(bucket|count|sum)$", "").equals(name) && sample.group(2) != null) {
                TAG.matcher(sample.group(2)).results().forEach(tag -> tags.add(tag.group(1)));
            }
        });
        tags.remove("le");
        return String.join(", ", tags);
    }

    private static Map<String, Set<String>> sorted(Map<String, String> tags) {
        Map<String, Set<String>> sorted = new TreeMap<>();
        tags.forEach((name, list) ->
                sorted.put(name, new TreeSet<>(Set.of(list.strip().split(", ")))));
        return sorted;
    }
}
