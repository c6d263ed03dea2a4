package io.agizo.notifications.web;

import io.agizo.api.PageRequest;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.Connection;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.identity.Caller;
import io.agizo.notifications.ListMessages;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.notifications.SendAgain;
import io.agizo.notifications.SendAgain.Again;
import io.agizo.orders.OrderNumber;
import io.agizo.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The texts over GraphQL. */
@Controller
class MessageGraph {

    private final ListMessages messages;
    private final SendAgain sendAgain;
    private final Mutations mutations;

    MessageGraph(ListMessages messages, SendAgain sendAgain, Mutations mutations) {
        this.messages = messages;
        this.sendAgain = sendAgain;
        this.mutations = mutations;
    }

    record MessageQueued(MessageView text) implements MutationResult {}

    @QueryMapping
    Connection<MessageView> messages(
            Caller caller,
            @Argument @Nullable String order,
            @Argument @Nullable MessageStatus status,
            PageRequest page) {
        OrderNumber number = order == null ? null : InvalidInput.at("/order", () -> OrderNumber.parse(order));
        return Connection.of(messages.page(caller, number, status, page));
    }

    @MutationMapping
    MutationResult sendMessageAgain(Caller caller, @Argument String id, @Argument @Nullable Boolean evenIfArrived) {
        return mutations.run(
                () -> switch (sendAgain.send(caller, MessageController.id(id), Boolean.TRUE.equals(evenIfArrived))) {
                    case Again.Queued queued -> new MessageQueued(queued.text());
                    case Again.MayHaveArrived asks -> CommonRefusal.of(AgainProblems.of(asks));
                    case Again.Refused refused -> CommonRefusal.of(AgainProblems.of(refused));
                });
    }
}
