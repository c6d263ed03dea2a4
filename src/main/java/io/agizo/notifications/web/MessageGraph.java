package io.agizo.notifications.web;

import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.identity.Caller;
import io.agizo.notifications.ListMessages;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.orders.OrderNumber;
import io.agizo.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The texts over GraphQL. */
@Controller
class MessageGraph {

    private final ListMessages messages;

    MessageGraph(ListMessages messages) {
        this.messages = messages;
    }

    @QueryMapping
    Connection<MessageView> messages(
            Caller caller,
            @Argument @Nullable String order,
            @Argument @Nullable MessageStatus status,
            PageRequest page) {
        OrderNumber number = order == null ? null : InvalidInput.at("/order", () -> OrderNumber.parse(order));
        return Connection.of(messages.page(caller, number, status, page));
    }
}
