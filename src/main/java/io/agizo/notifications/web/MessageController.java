package io.agizo.notifications.web;

import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.notifications.ListMessages;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.orders.OrderNumber;
import io.agizo.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts the shop has sent or will send. */
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages", description = "The texts to customers, and what became of them.")
class MessageController {

    private final ListMessages messages;

    MessageController(ListMessages messages) {
        this.messages = messages;
    }

    @GetMapping
    @Needs(Permission.MESSAGES_READ)
    @Operation(summary = "List texts", description = "Latest first.")
    Page<MessageView> list(
            Caller caller,
            @Parameter(description = "Only those about the order of this number", example = "A7K2-9QX")
                    @RequestParam
                    @Nullable String order,
            @Parameter(description = "Only those in this state", schema = @Schema(implementation = MessageStatus.class))
                    @RequestParam
                    @Nullable String status,
            PageRequest page) {
        return messages.page(
                caller,
                order == null ? null : InvalidInput.at("/order", () -> OrderNumber.parse(order)),
                status == null ? null : InvalidInput.at("/status", () -> MessageStatus.of(status)),
                page);
    }
}
