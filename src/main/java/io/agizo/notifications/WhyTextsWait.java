package io.agizo.notifications;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a text in the list why it stands where it stands. */
@Component
class WhyTextsWait {

    private final Hold hold;
    private final AskedForHours hours;
    private final Clock clock;

    WhyTextsWait(Hold hold, AskedForHours hours, Clock clock) {
        this.hold = hold;
        this.hours = hours;
        this.clock = clock;
    }

    /** What is known of the text itself, or what keeps all of them or its kind; null if there is nothing to say. */
    @Nullable String of(MessageView text) {
        if (text.status() != MessageStatus.QUEUED) {
            return text.detail();
        }
        if (text.kind() == MessageKind.ASKED_FOR && !hours.include(clock.instant())) {
            return AskedForHours.WAITS;
        }
        return text.detail() == null ? hold.reason() : text.detail();
    }
}
