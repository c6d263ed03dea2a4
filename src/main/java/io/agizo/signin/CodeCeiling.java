package io.agizo.signin;

import io.agizo.notifications.SendSecret;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.TooMany;
import io.agizo.texting.TextsForStrangers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many codes may be texted in an hour and a day, to whom and at whose wish, and whether the shop may text at all now. */
@Component
class CodeCeiling {

    private final TextsForStrangers strangers;
    private final SendSecret texts;

    CodeCeiling(TextsForStrangers strangers, SendSecret texts) {
        this.strangers = strangers;
        this.texts = texts;
    }

    /**
     * Counts one more code.
     *
     * @throws TooManyTries if that would be too many
     */
    void take(PhoneNumber phone, Origin origin) {
        Duration pause = texts.pause().orElse(null);
        if (pause != null) {
            throw TooManyTries.ofTexts(pause);
        }
        try {
            Secret device = origin.device();
            strangers.takeCode(phone, origin.network(), device == null ? null : device.value());
        } catch (TooMany tooMany) {
            throw TooManyTries.ofTexts(Duration.ofSeconds(tooMany.waitSeconds()));
        }
    }
}
