package io.agizo.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.google.protobuf.InvalidProtocolBufferException;
import io.agizo.RunningShop;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the press of a till to the text at Africa's Talking, as a collector of traces sees it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "agizo.demo.active=true",
            "agizo.sms.africastalking.username=shop",
            "agizo.sms.africastalking.api-key=some-key",
            "management.tracing.sampling.probability=1.0",
            "management.opentelemetry.tracing.export.schedule-delay=100ms"
        })
class TracesJourneyTests {

    @RegisterExtension
    static final WireMockExtension OUTSIDE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final RunningShop shop;

    TracesJourneyTests(@LocalServerPort int port) {
        this.shop = new RunningShop(port);
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
        properties.add("agizo.sms.africastalking.base-url", OUTSIDE::baseUrl);
        properties.add(TracesOff.ENDPOINT, () -> OUTSIDE.baseUrl() + "/v1/traces");
    }

    @BeforeEach
    void takesTextsAndTraces() {
        OUTSIDE.stubFor(post("/v1/traces").willReturn(ok()));
        OUTSIDE.stubFor(post("/version1/messaging").willReturn(jsonResponse("""
                        {"SMSMessageData": {"Message": "Sent to 1/1 Total Cost: KES 0.8000", "Recipients": [{"statusCode": 101,
                        "number": "+254711000001", "status": "Success", "cost": "KES 0.8000", "messageId": "ATXid_1"}]}}""", 201)));
    }

    @Test
    void followAnOrderFromItsRequestToItsText() {
        String token = shop.demoToken();
        int placed = shop.send(HttpRequest.newBuilder(shop.uri("/api/v1/orders"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"customer": {"name": "Amina", "phone": "0711000001"}, "item": "Flour", "amount": "210.00"}""")))
                .statusCode();
        assertThat(placed).isEqualTo(201);

        await().untilAsserted(() -> assertThat(span("send text")).isPresent());
        Span text = span("send text").orElseThrow();
        await().untilAsserted(() -> assertThat(parent(text)).isPresent());
        Span order = parent(text).orElseThrow();
        await().untilAsserted(() -> assertThat(parent(order)).isPresent());
        Span request = parent(order).orElseThrow();

        assertThat(order.getName()).isEqualTo("place order");
        assertThat(request.getName()).isEqualTo("http post /api/v1/orders");
        assertThat(List.of(text.getTraceId(), order.getTraceId())).containsOnly(request.getTraceId());
        assertThat(outcome(order)).isEqualTo("placed");
        assertThat(outcome(text)).isEqualTo("taken");
        assertThat(spans().toString()).doesNotContain("Amina", "711000001");
    }

    @Test
    void tellOfNoAddressThatIsASecret() {
        shop.get("/orders/some-secret-of-an-order", null);

        await().untilAsserted(
                        () -> assertThat(span("http get /orders/{secret}")).isPresent());
        assertThat(spans().toString()).doesNotContain("some-secret-of-an-order");
    }

    private static Optional<Span> span(String name) {
        return spans().stream().filter(span -> span.getName().equals(name)).findAny();
    }

    private static Optional<Span> parent(Span of) {
        return spans().stream()
                .filter(span -> span.getSpanId().equals(of.getParentSpanId()))
                .findAny();
    }

    private static String outcome(Span span) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("outcome"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findAny()
                .orElse("");
    }

    private static List<Span> spans() {
        return OUTSIDE.findAll(postRequestedFor(urlEqualTo("/v1/traces"))).stream()
                .map(sent -> read(sent.getBody()))
                .flatMap(sent -> sent.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private static ExportTraceServiceRequest read(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
