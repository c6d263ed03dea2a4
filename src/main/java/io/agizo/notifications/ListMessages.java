package io.agizo.notifications;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.OrderId;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderNumbers;
import io.agizo.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows texts: one, or a list, the newest first. */
@Service
public class ListMessages {

    private final MessageStore store;
    private final OrderNumbers numbers;
    private final WhyTextsWait why;

    ListMessages(MessageStore store, OrderNumbers numbers, WhyTextsWait why) {
        this.store = store;
        this.numbers = numbers;
        this.why = why;
    }

    /** The texts about an order if one is given, in a state if one is given. Needs {@code messages:read}. */
    public Page<MessageView> page(
            Caller caller, @Nullable OrderNumber order, @Nullable MessageStatus status, PageRequest request) {
        caller.must(Permission.MESSAGES_READ);
        Optional<OrderId> id = order == null ? Optional.empty() : numbers.find(order);
        if (order != null && id.isEmpty()) {
            return Page.empty();
        }
        List<MessageView> texts = store.list(id.orElse(null), status, request.afterId(), request.fetch());
        return request.page(shown(texts), text -> List.of(text.id().toString()));
    }

    /** One text. Needs {@code messages:read}. */
    public MessageView get(Caller caller, UUID id) {
        caller.must(Permission.MESSAGES_READ);
        MessageView text = store.find(id).orElseThrow(() -> new NotFound("There is no such text."));
        return shown(List.of(text)).getFirst();
    }

    /** The texts as people read them: with the numbers of their orders, and why they wait. */
    List<MessageView> shown(List<MessageView> texts) {
        Map<OrderId, OrderNumber> numberOf = numbers.of(texts.stream()
                .map(MessageView::orderId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return texts.stream().map(text -> shown(text, numberOf)).toList();
    }

    private MessageView shown(MessageView text, Map<OrderId, OrderNumber> numberOf) {
        OrderNumber number = text.orderId() == null ? null : numberOf.get(text.orderId());
        return text.with(number, why.of(text));
    }
}
