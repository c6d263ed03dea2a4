package io.agizo.notifications.africastalking;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/**
 * The proof that a call is Africa's Talking's. They sign nothing: only they know the token in the address they call, which is
 * why no log and no answer may show it.
 */
@Component
class CallbackToken {

    private final AfricasTalkingSettings settings;

    CallbackToken(AfricasTalkingSettings settings) {
        this.settings = settings;
    }

    /** For whoever has another token than the shop has set, there is no such thing. */
    void mustBe(String token) {
        String ours = settings.callbackToken();
        if (ours == null
                || ours.isEmpty()
                || !MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8))) {
            throw new NotFound("There is nothing here.");
        }
    }

    /** Senders of forms often leave the plus unescaped, and it then reads as a space. */
    static PhoneNumber phone(String pointer, String number) {
        return InvalidInput.at(
                pointer, () -> new PhoneNumber(number.startsWith(" ") ? "+" + number.substring(1) : number));
    }
}
