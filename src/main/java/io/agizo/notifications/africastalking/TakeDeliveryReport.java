package io.agizo.notifications.africastalking;

import io.agizo.notifications.DeliveryReport;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.RecordDelivery;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes a delivery report from Africa's Talking. They sign nothing: only they know the token in the address they call, which
 * is why no log and no answer may show it.
 */
@Service
public class TakeDeliveryReport {

    private static final int LONGEST_FIELD = 100;

    private final RecordDelivery deliveries;
    private final AfricasTalkingSettings settings;

    TakeDeliveryReport(RecordDelivery deliveries, AfricasTalkingSettings settings) {
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /** Takes a report in their words; for whoever has another token than the shop has set, there is no such thing. */
    public void take(String token, String id, String status, String phoneNumber, String failureReason) {
        if (!isOurs(token)) {
            throw new NotFound("There is nothing here.");
        }
        String word = field("/status", status);
        MessageStatus state = state(word);
        deliveries.record(new DeliveryReport(
                field("/id", id), phone(phoneNumber), state, detail(word, state, Words.of(failureReason))));
    }

    private boolean isOurs(String token) {
        String ours = settings.callbackToken();
        return ours != null
                && !ours.isEmpty()
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
    }

    private static String field(String pointer, String value) {
        if (value.isBlank() || value.length() > LONGEST_FIELD || !value.equals(Words.of(value))) {
            throw new InvalidInput(pointer, "must be 1 to " + LONGEST_FIELD + " visible characters");
        }
        return value;
    }

    /** Senders of forms often leave the plus unescaped, and it then reads as a space. */
    private static PhoneNumber phone(String number) {
        return InvalidInput.at(
                "/phoneNumber", () -> new PhoneNumber(number.startsWith(" ") ? "+" + number.substring(1) : number));
    }

    private static @Nullable MessageStatus state(String word) {
        return switch (word) {
            case "Success" -> MessageStatus.DELIVERED;
            case "Failed", "Rejected", "AbsentSubscriber", "Expired" -> MessageStatus.FAILED;
            case "Sent", "Submitted", "Buffered" -> MessageStatus.SENT;
            default -> null;
        };
    }

    private static @Nullable String detail(String word, @Nullable MessageStatus state, String failureReason) {
        if (state == MessageStatus.DELIVERED) {
            return null;
        }
        return failureReason.isEmpty() ? word : word + ": " + failureReason;
    }
}
