package io.agizo.notifications.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.notifications.ListMessages;
import io.agizo.notifications.MessageStatus;
import io.agizo.notifications.MessageView;
import io.agizo.notifications.SendAgain;
import io.agizo.notifications.SendAgain.Again;
import io.agizo.orders.OrderNumber;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts the shop has sent or will send. */
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages", description = "The texts to customers, and what became of them.")
class MessageController {

    private final ListMessages messages;
    private final SendAgain sendAgain;
    private final Answers answers;

    MessageController(ListMessages messages, SendAgain sendAgain, Answers answers) {
        this.messages = messages;
        this.sendAgain = sendAgain;
        this.answers = answers;
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

    @PostMapping("/{id}/again")
    @Needs(Permission.MESSAGES_SEND)
    @Refuses(ProblemType.CONFLICT)
    @Operation(
            summary = "Send a text again",
            description =
                    "One that failed or was given up waits for its next try again, in the same words to the same number. One that the phone may have is sent again only with `evenIfArrived`. Refused for one that is on its way or has arrived, for words that were erased or were a secret, and for an order that was deleted.")
    @ApiResponse(
            responseCode = "202",
            description = "It waits for its next try",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = MessageView.class)))
    Answer again(Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable AgainBody body) {
        return switch (sendAgain.send(caller, id(id), body != null && Boolean.TRUE.equals(body.evenIfArrived()))) {
            case Again.Queued queued -> answers.accepted(queued.text());
            case Again.MayHaveArrived asks -> answers.problem(AgainProblems.of(asks));
            case Again.Refused refused -> answers.problem(AgainProblems.of(refused));
        };
    }

    static UUID id(String path) {
        try {
            return UUID.fromString(path);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("There is no such text.");
        }
    }
}
