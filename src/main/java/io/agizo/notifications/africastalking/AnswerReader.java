package io.agizo.notifications.africastalking;

import io.agizo.notifications.Fate;
import io.agizo.shared.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads from an answer of Africa's Talking what became of each text. */
final class AnswerReader {

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("Processed", 100),
            Map.entry("Sent", 101),
            Map.entry("Success", 101),
            Map.entry("Queued", 102),
            Map.entry("RiskHold", 401),
            Map.entry("InvalidSenderId", 402),
            Map.entry("InvalidPhoneNumber", 403),
            Map.entry("UnsupportedNumberType", 404),
            Map.entry("InsufficientBalance", 405),
            Map.entry("UserInBlacklist", 406),
            Map.entry("CouldNotRoute", 407),
            Map.entry("DoNotDisturbRejection", 409),
            Map.entry("InternalServerError", 500),
            Map.entry("GatewayError", 501),
            Map.entry("RejectedByGateway", 502));

    private static final String NOBODY = "Africa's Talking took the text for nobody: ";

    private final JsonMapper json;
    private final Function<String, Fate> unknownSender;

    /** @param unknownSender what becomes of a text whose sender id they do not know, by what they say */
    AnswerReader(JsonMapper json, Function<String, Fate> unknownSender) {
        this.json = json;
        this.unknownSender = unknownSender;
    }

    /** One fate for each number. */
    List<Fate> fates(int httpStatus, byte[] body, List<PhoneNumber> numbers) {
        if (httpStatus / 100 == 2) {
            return accepted(body, numbers);
        }
        String words = "HTTP " + httpStatus + ": " + Words.of(new String(body, StandardCharsets.UTF_8));
        return Collections.nCopies(numbers.size(), refused(httpStatus, words));
    }

    private static Fate refused(int httpStatus, String words) {
        return switch (httpStatus) {
            case 401 ->
                new Fate.Held(
                        "Africa's Talking does not accept the user name or the API key (" + words
                                + "). Mend agizo.sms.africastalking.username or .api-key; a new key may take 20 minutes to work.");
            case 301, 302, 303, 307, 308, 403, 404, 405 ->
                new Fate.Held("Africa's Talking's API is not at its address or not open to the account (" + words
                        + "). Mend agizo.sms.africastalking.base-url or the account.");
            case 408, 429 -> new Fate.NotTaken(words);
            // Whoever stands before them heard no answer, so they may have taken it.
            case 502, 504 ->
                new Fate.Unclear("Africa's Talking's answer got lost (" + words + "); the text may or may not go out.");
            default -> httpStatus >= 500 ? new Fate.NotTaken(words) : new Fate.Refused(words);
        };
    }

    private List<Fate> accepted(byte[] body, List<PhoneNumber> numbers) {
        JsonNode data = data(body);
        JsonNode recipients = data.path("Recipients");
        if (!recipients.isArray()) {
            return Collections.nCopies(
                    numbers.size(),
                    new Fate.Unclear("Africa's Talking answered what cannot be read; the text may or may not go out."));
        }
        if (recipients.isEmpty()) {
            return Collections.nCopies(
                    numbers.size(), nobody(Words.of(data.path("Message").asString(""))));
        }
        if (numbers.size() == 1 && recipients.size() == 1) {
            return List.of(fate(recipients.get(0)));
        }
        Map<String, JsonNode> byNumber = new HashMap<>();
        recipients.forEach(recipient -> byNumber.put(recipient.path("number").asString(""), recipient));
        return numbers.stream().map(number -> fate(byNumber.get(number.e164()))).toList();
    }

    private JsonNode data(byte[] body) {
        try {
            return json.readTree(body).path("SMSMessageData");
        } catch (JacksonException unreadable) {
            return json.missingNode();
        }
    }

    /** Nobody was sent anything, and all that is said of it is one message for all. */
    private Fate nobody(String message) {
        return switch (fate(CODES.getOrDefault(message, 0), message, MissingNode.getInstance())) {
            case Fate.Held held -> held;
            case Fate.NotTaken notTaken -> notTaken;
            case Fate.Refused refused -> refused;
            case Fate.Taken taken -> new Fate.Refused(NOBODY + message);
            case Fate.Unclear unclear -> new Fate.Refused(NOBODY + message);
        };
    }

    private Fate fate(@Nullable JsonNode recipient) {
        if (recipient == null) {
            return new Fate.Unclear("Africa's Talking's answer does not mention the number.");
        }
        String status = Words.of(recipient.path("status").asString(""));
        int code = recipient.path("statusCode").asInt(CODES.getOrDefault(status, 0));
        return fate(code, status + " (" + code + ")", recipient);
    }

    private Fate fate(int code, String words, JsonNode recipient) {
        return switch (code) {
            case 100, 101, 102 -> new Fate.Taken(known(recipient.path("messageId")), known(recipient.path("cost")));
            case 402 -> unknownSender.apply("Africa's Talking does not know the sender id: " + words + ".");
            case 405 -> new Fate.Held("The account at Africa's Talking is empty: " + words + ". Top it up.");
            case 401, 403, 404, 406, 407, 409, 502 -> new Fate.Refused(words);
            case 500, 501 -> new Fate.NotTaken(words);
            default -> new Fate.Unclear("Africa's Talking answered " + words + "; the text may or may not go out.");
        };
    }

    /** What was given, unless it is their word for nothing. */
    private static @Nullable String known(JsonNode value) {
        String text = Words.of(value.asString(""));
        return text.isEmpty() || text.equals("None") ? null : text;
    }
}
