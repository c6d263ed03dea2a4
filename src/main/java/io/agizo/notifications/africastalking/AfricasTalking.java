package io.agizo.notifications.africastalking;

import io.agizo.notifications.ConditionalOnGateway;
import io.agizo.notifications.Fate;
import io.agizo.notifications.GatewayChoice;
import io.agizo.notifications.MessageKind;
import io.agizo.notifications.SmsGateway;
import io.agizo.shared.CannotStart;
import io.agizo.shared.PhoneNumber;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Sends texts by the messaging API of Africa's Talking. */
@Component
@ConditionalOnGateway(GatewayChoice.AFRICASTALKING)
final class AfricasTalking implements SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(AfricasTalking.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    /** Some hundred bytes a recipient; whoever sends much more is not Africa's Talking. */
    private static final int LONGEST_ANSWER_BYTES = 1 << 20;

    private final AfricasTalkingSettings settings;
    private final RestClient http;
    private final AnswerReader answers;
    private final AnswerReader answersToAskedFor;

    @Autowired
    AfricasTalking(AfricasTalkingSettings settings, JsonMapper json) {
        this(settings, json, READ_TIMEOUT);
    }

    AfricasTalking(AfricasTalkingSettings settings, JsonMapper json, Duration readTimeout) {
        if (settings.username() == null || settings.apiKey() == null) {
            throw new CannotStart(
                    "The account at Africa's Talking is only half given.",
                    "Set both agizo.sms.africastalking.username and agizo.sms.africastalking.api-key.");
        }
        this.settings = settings;
        this.answers =
                new AnswerReader(json, words -> new Fate.Held(words + " Mend agizo.sms.africastalking.sender-id."));
        // Texts about orders have another sender, so they are not held for it.
        this.answersToAskedFor = settings.hasSenderForAskedFor()
                ? new AnswerReader(
                        json, words -> new Fate.Refused(words + " Mend agizo.sms.africastalking.asked-for-sender-id."))
                : answers;
        HttpClient connections = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(readTimeout);
        this.http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(settings.address())
                .defaultHeader("apiKey", settings.apiKey())
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    @Override
    public String name() {
        return "africastalking";
    }

    @Override
    public Limits limits() {
        Duration pause = Duration.ofSeconds(1).dividedBy(settings.requestsPerSecond());
        return new Limits(settings.batch(), settings.parallel(), pause);
    }

    @Override
    public List<Fate> send(MessageKind kind, String body, List<PhoneNumber> numbers) {
        AnswerReader reader = kind == MessageKind.ASKED_FOR ? answersToAskedFor : answers;
        try {
            return http.post()
                    .uri("/version1/messaging")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form(kind, body, numbers))
                    .exchange((request, response) -> reader.fates(
                            response.getStatusCode().value(),
                            response.getBody().readNBytes(LONGEST_ANSWER_BYTES),
                            numbers));
        } catch (ResourceAccessException broken) {
            return Collections.nCopies(numbers.size(), fateOf(broken));
        }
    }

    private MultiValueMap<String, String> form(MessageKind kind, String body, List<PhoneNumber> numbers) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("username", settings.username());
        form.add("to", numbers.stream().map(PhoneNumber::e164).collect(Collectors.joining(",")));
        form.add("message", body);
        form.add("bulkSMSMode", "1");
        form.add("enqueue", "1");
        String sender = settings.sender(kind);
        if (sender != null) {
            form.add("from", sender);
        }
        return form;
    }

    /** Without a connection nothing was sent. Once there was one, the request may have arrived although no answer did. */
    private static Fate fateOf(ResourceAccessException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException unsafe) {
                LOG.warn("The connection to Africa's Talking is not safe, so nothing is sent: {}", unsafe.getMessage());
                return new Fate.NotTaken("No safe connection to Africa's Talking could be made.");
            }
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException) {
                return new Fate.NotTaken("Africa's Talking could not be reached.");
            }
        }
        return new Fate.Unclear("Africa's Talking did not answer; the text may or may not go out.");
    }
}
