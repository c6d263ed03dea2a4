package io.agizo.office.pages.messages;

import io.agizo.notifications.MessageView;
import io.agizo.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of texts.
 *
 * @param statuses what a text can stand at, in the words of the contract
 * @param status which of them is listed; empty for all
 * @param form the number of the order, if only texts about one are asked for
 * @param next the cursor of the page that follows
 */
public record MessagesView(
        List<String> statuses,
        String status,
        Form form,
        List<MessageView> texts,
        @Nullable String next) {

    public boolean narrowed() {
        return !status.isEmpty() || !form.typed("order").isBlank();
    }
}
