package io.agizo.notifications.africastalking;

import io.agizo.notifications.DeliveryReport;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.RecordDelivery;
import io.agizo.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a delivery report from Africa's Talking. */
@Service
public class TakeDeliveryReport {

    private static final int LONGEST_FIELD = 100;

    private final RecordDelivery deliveries;
    private final CallbackToken token;

    TakeDeliveryReport(RecordDelivery deliveries, CallbackToken token) {
        this.deliveries = deliveries;
        this.token = token;
    }

    /** Takes a report in their words; for whoever has another token than the shop has set, there is no such thing. */
    public void take(String token, String id, String status, String phoneNumber, String failureReason) {
        this.token.mustBe(token);
        String word = field("/status", status);
        MessageStatus state = state(word);
        deliveries.record(new DeliveryReport(
                field("/id", id),
                CallbackToken.phone("/phoneNumber", phoneNumber),
                state,
                detail(word, state, Words.of(failureReason))));
    }

    private static String field(String pointer, String value) {
        if (value.isBlank() || value.length() > LONGEST_FIELD || !value.equals(Words.of(value))) {
            throw new InvalidInput(pointer, "must be 1 to " + LONGEST_FIELD + " visible characters");
        }
        return value;
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
