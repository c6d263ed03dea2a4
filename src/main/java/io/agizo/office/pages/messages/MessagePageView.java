package io.agizo.office.pages.messages;

import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.pages.Form;

/**
 * One text and the way it has gone.
 *
 * @param form what stands in the way of sending it again, if someone tried
 * @param asks whether it is to be asked if it may be read twice
 */
public record MessagePageView(MessageView text, Form form, boolean asks) {

    /** Whether it can be sent again: its words and number are known, and it neither arrived nor is on its way. */
    public boolean resendable() {
        return text.to() != null
                && text.body() != null
                && switch (text.status()) {
                    case SENT, FAILED, UNKNOWN, DEAD -> true;
                    case QUEUED, SENDING, DELIVERED -> false;
                };
    }

    /** Whether nobody knows that the phone does not have it. */
    public boolean doubtful() {
        return text.status() == MessageStatus.SENT || text.status() == MessageStatus.UNKNOWN;
    }
}
