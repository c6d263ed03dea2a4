package io.agizo.notifications.africastalking;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.agizo.notifications.Fate;
import io.agizo.notifications.Fate.Held;
import io.agizo.notifications.Fate.NotTaken;
import io.agizo.notifications.Fate.Refused;
import io.agizo.notifications.Fate.Taken;
import io.agizo.notifications.Fate.Unclear;
import io.agizo.notifications.MessageKind;
import io.agizo.shared.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every answer Africa's Talking is known to give, played by a stand-in. */
class AfricasTalkingTests {

    private static final String KEY = "key-that-no-one-may-see";
    private static final String PATH = "/version1/messaging";
    private static final PhoneNumber AMINA = new PhoneNumber("+254711000001");
    private static final PhoneNumber BARAKA = new PhoneNumber("+254711000002");

    /** Long enough for a first TLS handshake on a busy machine, and less than the answers here that come too late. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static AfricasTalking gateway(String url, String senderId) {
        return gateway(url, senderId, null);
    }

    private static AfricasTalking gateway(String url, String senderId, String askedFor) {
        var settings = new AfricasTalkingSettings("shop", KEY, senderId, askedFor, url, 100, 4, 20, null);
        return new AfricasTalking(settings, JsonMapper.shared(), PATIENCE);
    }

    /** A test's own, since the server writes a request down only once it is done with it, be it in another test. */
    private final String words = "Habari " + UUID.randomUUID();

    private Fate fateAfter(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(PATH).willReturn(answer));
        return gateway(SERVER.baseUrl(), null)
                .send(MessageKind.TRANSACTIONAL, words, List.of(AMINA))
                .getFirst();
    }

    private Fate fateAfter(int statusCode, String status) {
        return fateAfter(recipients(recipient(AMINA, statusCode, status, "\"ATXid_1\"", "\"KES 0.8000\"")));
    }

    private static ResponseDefinitionBuilder recipients(String... recipients) {
        return jsonResponse("""
                {"SMSMessageData": {"Message": "Sent to 1/1 Total Cost: KES 0.8000", "Recipients": [%s]}}""".formatted(String.join(",", recipients)), 201);
    }

    private static String recipient(PhoneNumber number, int statusCode, String status, String id, String cost) {
        return """
                {"statusCode": %d, "number": "%s", "status": "%s", "cost": %s, "messageId": %s}""".formatted(statusCode, number, status, cost, id);
    }

    @ParameterizedTest
    @CsvSource({"100,Processed", "101,Success", "102,Queued"})
    void takesNoteOfWhatWasAccepted(int code, String status) {
        assertThat(fateAfter(code, status)).isEqualTo(new Taken("ATXid_1", "KES 0.8000"));
    }

    @Test
    void asksInTheirWords() {
        SERVER.stubFor(post(PATH).willReturn(recipients(recipient(AMINA, 101, "Success", "\"a\"", "\"0\""))));

        gateway(SERVER.baseUrl() + "/", "AGIZO")
                .send(MessageKind.TRANSACTIONAL, "Asante & karibu +1", List.of(AMINA, BARAKA));

        SERVER.verify(postRequestedFor(urlEqualTo(PATH))
                .withHeader("apiKey", equalTo(KEY))
                .withHeader("Accept", equalTo("application/json"))
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                .withFormParam("username", equalTo("shop"))
                .withFormParam("to", equalTo("+254711000001,+254711000002"))
                .withFormParam("message", equalTo("Asante & karibu +1"))
                .withFormParam("from", equalTo("AGIZO"))
                .withFormParam("bulkSMSMode", equalTo("1"))
                .withFormParam("enqueue", equalTo("1")));
    }

    @Test
    void namesNoSenderUnlessThereIsOne() {
        fateAfter(101, "Success");

        SERVER.verify(postRequestedFor(urlEqualTo(PATH)).withFormParam("from", absent()));
    }

    @Test
    void sendsWhatWasAskedForUnderItsOwnSenderOrElseTheSame() {
        SERVER.stubFor(post(PATH).willReturn(recipients(recipient(AMINA, 101, "Success", "\"a\"", "\"0\""))));

        gateway(SERVER.baseUrl(), "DUKA", "22334").send(MessageKind.ASKED_FOR, words, List.of(AMINA));
        gateway(SERVER.baseUrl(), "DUKA", "22334").send(MessageKind.TRANSACTIONAL, words + 2, List.of(AMINA));
        gateway(SERVER.baseUrl(), "DUKA").send(MessageKind.ASKED_FOR, words + 3, List.of(AMINA));

        verifySender(words, "22334");
        verifySender(words + 2, "DUKA");
        verifySender(words + 3, "DUKA");
    }

    private static void verifySender(String words, String sender) {
        SERVER.verify(postRequestedFor(urlEqualTo(PATH))
                .withFormParam("message", equalTo(words))
                .withFormParam("from", equalTo(sender)));
    }

    @Test
    void holdsNoTextsAboutOrdersForAWrongSenderOfOthers() {
        SERVER.stubFor(post(PATH).willReturn(recipients(recipient(AMINA, 402, "InvalidSenderId", "null", "0"))));

        assertThat(gateway(SERVER.baseUrl(), "DUKA", "22334").send(MessageKind.ASKED_FOR, words, List.of(AMINA)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains(".asked-for-sender-id"));
        assertThat(gateway(SERVER.baseUrl(), "DUKA").send(MessageKind.ASKED_FOR, words, List.of(AMINA)))
                .hasOnlyElementsOfType(Held.class);
    }

    @Test
    void readsTheirWordsForNothing() {
        assertThat(fateAfter(recipients(recipient(AMINA, 101, "Success", "\"None\"", "\"0\""))))
                .isEqualTo(new Taken(null, "0"));
        assertThat(fateAfter(recipients(recipient(AMINA, 101, "Success", "null", "0"))))
                .isEqualTo(new Taken(null, "0"));
    }

    @Test
    void goesByTheWordWhereTheCodeIsMissing() {
        assertThat(fateAfter(recipients("{\"number\": \"+254711000001\", \"status\": \"Success\"}")))
                .isEqualTo(new Taken(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "401,RiskHold",
        "403,InvalidPhoneNumber",
        "404,UnsupportedNumberType",
        "406,UserInBlacklist",
        "407,CouldNotRoute",
        "409,DoNotDisturbRejection",
        "502,RejectedByGateway"
    })
    void givesUpANumberForGood(int code, String status) {
        assertThat(fateAfter(code, status)).isEqualTo(new Refused(status + " (" + code + ")"));
    }

    @ParameterizedTest
    @CsvSource({"500,InternalServerError", "501,GatewayError"})
    void triesAgainAfterTheirFault(int code, String status) {
        assertThat(fateAfter(code, status)).isEqualTo(new NotTaken(status + " (" + code + ")"));
    }

    @ParameterizedTest
    @CsvSource({"402,InvalidSenderId,.sender-id", "405,InsufficientBalance,Top it up"})
    void holdsTheQueueForWhatAPersonMustMend(int code, String status, String advice) {
        assertThat(fateAfter(code, status))
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.reason()).contains(status, advice));
    }

    @Test
    void cannotTellFromACodeItDoesNotKnow() {
        assertThat(fateAfter(199, "Novel")).isInstanceOf(Unclear.class);
    }

    @Test
    void takesASuccessWithoutRecipientsForTheFailureItIs() {
        String answer = "{\"SMSMessageData\": {\"Message\": \"%s\", \"Recipients\": []}}";

        assertThat(fateAfter(jsonResponse(answer.formatted("Some reason"), 201)))
                .isEqualTo(new Refused("Africa's Talking took the text for nobody: Some reason"));
        assertThat(fateAfter(jsonResponse(answer.formatted("InvalidSenderId"), 201)))
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.reason()).contains("InvalidSenderId"));
        assertThat(fateAfter(jsonResponse(answer.formatted("InsufficientBalance"), 201)))
                .isInstanceOf(Held.class);
        assertThat(fateAfter(jsonResponse(answer.formatted("GatewayError"), 201)))
                .isInstanceOf(NotTaken.class);
        assertThat(fateAfter(jsonResponse(answer.formatted("Success"), 201))).isInstanceOf(Refused.class);
    }

    @Test
    void holdsTheQueueWhenTheKeyIsWrong() {
        Fate fate = fateAfter(aResponse().withStatus(401).withBody("The supplied authentication is invalid"));

        assertThat(fate)
                .isInstanceOfSatisfying(
                        Held.class,
                        held -> assertThat(held.reason())
                                .contains("The supplied authentication is invalid", ".api-key")
                                .doesNotContain(KEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 405})
    void holdsTheQueueWhenTheApiIsNotThere(int status) {
        assertThat(fateAfter(aResponse().withStatus(status).withHeader("Location", "/elsewhere")))
                .isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void triesAgainWhenTheyAreBusyOrBroken(int status) {
        assertThat(fateAfter(aResponse().withStatus(status).withBody("busy")))
                .isEqualTo(new NotTaken("HTTP " + status + ": busy"));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void cannotTellWhenAnAnswerGotLostOnTheirSide(int status) {
        assertThat(fateAfter(aResponse().withStatus(status).withBody("Gateway timeout")))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void givesUpATextTheyCannotRead() {
        assertThat(fateAfter(aResponse().withStatus(400).withBody("Bad\0 request")))
                .isEqualTo(new Refused("HTTP 400: Bad  request"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<AfricasTalkingResponse/>",
                "",
                "{\"SMSMessageData\": {\"Rec",
                "[]",
                "null",
                "{\"SMSMessageData\": {\"Recipients\": {}}}"
            })
    void cannotTellFromAnAnswerItCannotRead(String body) {
        assertThat(fateAfter(aResponse().withStatus(201).withBody(body))).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @EnumSource
    void cannotTellWhenTheConnectionBreaks(Fault fault) {
        assertThat(fateAfter(aResponse().withStatus(201).withFault(fault))).isInstanceOf(Unclear.class);
        SERVER.verify(1, postRequestedFor(urlEqualTo(PATH)).withFormParam("message", equalTo(words)));
    }

    @Test
    void cannotTellWhenNoAnswerComesInTime() {
        assertThat(fateAfter(aResponse().withStatus(201).withFixedDelay(5_000))).isInstanceOf(Unclear.class);
        SERVER.verify(1, postRequestedFor(urlEqualTo(PATH)).withFormParam("message", equalTo(words)));
    }

    @Test
    void cannotTellWhenTheAnswerNeverEnds() {
        assertThat(fateAfter(aResponse().withStatus(201).withBody("{\"a\": 1}").withChunkedDribbleDelay(4, 8_000)))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void tellsTheFateOfEachNumberInTheOrderAsked() {
        SERVER.stubFor(post(PATH)
                .willReturn(recipients(
                        recipient(BARAKA, 403, "InvalidPhoneNumber", "\"None\"", "\"0\""),
                        recipient(AMINA, 101, "Success", "\"a\"", "\"KES 0.8000\""))));
        PhoneNumber forgotten = new PhoneNumber("+254711000003");

        assertThat(gateway(SERVER.baseUrl(), null)
                        .send(MessageKind.TRANSACTIONAL, "Habari", List.of(AMINA, BARAKA, forgotten)))
                .satisfiesExactly(
                        fate -> assertThat(fate).isEqualTo(new Taken("a", "KES 0.8000")),
                        fate -> assertThat(fate).isInstanceOf(Refused.class),
                        fate -> assertThat(fate).isInstanceOf(Unclear.class));
    }
}
