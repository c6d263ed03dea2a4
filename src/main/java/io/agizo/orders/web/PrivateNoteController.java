package io.agizo.orders.web;

import static io.agizo.orders.web.OrderController.number;

import io.agizo.api.IfMatch;
import io.agizo.api.Needs;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.KeepPrivateNote;
import io.agizo.orders.PrivateNote;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What colleagues tell each other about an order, over REST. */
@RestController
@RequestMapping("/api/v1/orders/{number}/private-note")
@Tag(name = "Orders")
class PrivateNoteController {

    private static final String EXAMPLE = """
            {"note":"Paid half in advance","by":"Mary Wanjiku","at":"2026-11-22T09:00:00Z"}""";

    private final KeepPrivateNote notes;

    PrivateNoteController(KeepPrivateNote notes) {
        this.notes = notes;
    }

    @GetMapping
    @Needs(Permission.ORDERS_READ)
    @Operation(
            summary = "Read the private note of an order",
            description = "What colleagues tell each other; no customer reads it. Empty where there is none.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PrivateNote.class),
                            examples = @ExampleObject(EXAMPLE)))
    PrivateNote read(Caller caller, @PathVariable String number) {
        return notes.read(caller, number(number));
    }

    @PutMapping
    @Needs(Permission.ORDERS_EDIT)
    @Operation(
            summary = "Write the private note of an order",
            description =
                    "In any state of the order, and without changing it. An empty one takes it away. It has an entity tag of its own: with If-Match nobody overwrites what a colleague wrote meanwhile.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PrivateNoteBody.class),
                            examples = @ExampleObject("{\"note\":\"Paid half in advance\"}")))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PrivateNote.class),
                            examples = @ExampleObject(EXAMPLE)))
    PrivateNote write(
            Caller caller, @PathVariable String number, @RequestBody @Valid PrivateNoteBody body, IfMatch ifMatch) {
        return notes.write(caller, number(number), ifMatch.version(), body.note());
    }
}
