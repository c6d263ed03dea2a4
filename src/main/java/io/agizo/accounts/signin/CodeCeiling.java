package io.agizo.accounts.signin;

import io.agizo.notifications.SendSecret;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.TooMany;
import io.agizo.texting.TextsForStrangers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many codes may be texted in an hour and a day, to whom and at whose wish, and whether the shop may text at all now. */
@Component
class CodeCeiling {

    private final TextsForStrangers strangers;
    private final SendSecret texts;
    private final KnownDevices devices;

    CodeCeiling(TextsForStrangers strangers, SendSecret texts, KnownDevices devices) {
        this.strangers = strangers;
        this.texts = texts;
        this.devices = devices;
    }

    /**
     * Counts one more code.
     *
     * @throws TooManyTries if that would be too many
     */
    void take(PhoneNumber phone, Attempt attempt) {
        Duration pause = texts.pause().orElse(null);
        if (pause != null) {
            throw TooManyTries.ofTexts(pause);
        }
        try {
            strangers.takeCode(phone, attempt.network(), knownDevice(phone, attempt));
        } catch (TooMany tooMany) {
            throw TooManyTries.ofTexts(Duration.ofSeconds(tooMany.waitSeconds()));
        }
    }

    private @Nullable String knownDevice(PhoneNumber phone, Attempt attempt) {
        Secret device = attempt.device();
        return device != null && devices.isKnown(device, new Login(phone.e164(), phone.e164())) ? device.value() : null;
    }
}
