package io.agizo.orders.web;

import static io.agizo.orders.web.OrderController.number;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.IfMatch;
import io.agizo.api.MergePatch;
import io.agizo.api.Needs;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.CancelOrder;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.EditOrder;
import io.agizo.orders.FulfilOrder;
import io.agizo.orders.OrderEdit;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.ReturnOrder;
import io.agizo.orders.VoidOrder;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What becomes of an order over REST: editing, deciding, handing over, taking back, calling off and voiding. */
@RestController
@RequestMapping("/api/v1/orders/{number}")
@Tag(name = "Orders")
class OrderStepController {

    private static final String REASON = "{\"reason\":\"sold out at our supplier\"}";
    private static final String UNITS = "{\"lines\":[{\"lineNumber\":1,\"quantity\":2}]}";

    private final EditOrder edit;
    private final DecideOrder decide;
    private final FulfilOrder fulfil;
    private final ReturnOrder takeBack;
    private final CancelOrder cancel;
    private final VoidOrder strike;
    private final DecisionAnswers answers;
    private final IdempotentAnswers idempotent;
    private final MergePatch mergePatch;
    private final Shop shop;

    OrderStepController(
            EditOrder edit,
            DecideOrder decide,
            FulfilOrder fulfil,
            ReturnOrder takeBack,
            CancelOrder cancel,
            VoidOrder strike,
            DecisionAnswers answers,
            IdempotentAnswers idempotent,
            MergePatch mergePatch,
            Shop shop) {
        this.edit = edit;
        this.decide = decide;
        this.fulfil = fulfil;
        this.takeBack = takeBack;
        this.cancel = cancel;
        this.strike = strike;
        this.answers = answers;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
        this.shop = shop;
    }

    @PatchMapping(consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Needs(Permission.ORDERS_EDIT)
    @Refuses({ProblemType.ILLEGAL_TRANSITION, ProblemType.OUT_OF_STOCK, ProblemType.PRICE_CHANGED, ProblemType.CONFLICT
    })
    @Operation(
            summary = "Edit an order that is pending or accepted",
            description =
                    "A merge patch of `lines`, `note` and `time`. Lines that are sent take the place of all lines, in the form of a new order or as the order shows them; a line with a `lineNumber` stays that line. A product on the order keeps the price it was ordered at, and no line can go below what is handed over of it. Stock follows by the difference; if the total changes, the customer is texted the new one. An accepted order that is left with exactly what is handed over is fulfilled.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OrderEditBody.class),
                            examples =
                                    @ExampleObject(
                                            "{\"lines\":[{\"lineNumber\":1,\"quantity\":3}],\"note\":\"Call first\"}")))
    @AnswersWithOrder
    Answer edit(Caller caller, @PathVariable String number, IfMatch ifMatch, @RequestBody JsonNode patch) {
        OrderNumber order = number(number);
        OrderEdit wanted = mergePatch
                .apply(OrderEditBody.NOTHING, patch, OrderEditBody.class)
                .edit(patch, shop);
        return answers.of(edit.edit(caller, order, ifMatch.version(), wanted));
    }

    @PostMapping("/accept")
    @Needs(Permission.ORDERS_DECIDE)
    @Refuses(ProblemType.ILLEGAL_TRANSITION)
    @Operation(summary = "Accept a pending order", description = "Its stock stays reserved; the customer is texted.")
    @AnswersWithOrder
    Answer accept(Caller caller, @PathVariable String number, IfMatch ifMatch, @Nullable IdempotencyKey key) {
        OrderNumber order = number(number);
        return idempotent.once(key, () -> answers.of(decide.accept(caller, order, ifMatch.version())));
    }

    @PostMapping("/reject")
    @Needs(Permission.ORDERS_DECIDE)
    @Refuses(ProblemType.ILLEGAL_TRANSITION)
    @Operation(
            summary = "Reject a pending order",
            description = "Its stock is free again; the customer is texted the reason.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ReasonBody.class), examples = @ExampleObject(REASON)))
    @AnswersWithOrder
    Answer reject(
            Caller caller,
            @PathVariable String number,
            @RequestBody @Valid ReasonBody body,
            IfMatch ifMatch,
            @Nullable IdempotencyKey key) {
        String reason = body.required();
        OrderNumber order = number(number);
        return idempotent.once(key, () -> answers.of(decide.reject(caller, order, ifMatch.version(), reason)));
    }

    @PostMapping("/fulfil")
    @Needs(Permission.ORDERS_FULFIL)
    @Refuses({ProblemType.ILLEGAL_TRANSITION, ProblemType.CONFLICT})
    @Operation(
            summary = "Hand over what was ordered, whole or in part",
            description =
                    "Without a body, all that is left. The units leave the shelf. An accepted order stays accepted until every unit of every line is handed over; the customer is texted each time.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(schema = @Schema(implementation = FulfilmentBody.class), examples = @ExampleObject(UNITS)))
    @AnswersWithOrder
    Answer fulfil(
            Caller caller,
            @PathVariable String number,
            @RequestBody(required = false) @Valid @Nullable FulfilmentBody body,
            IfMatch ifMatch,
            @Nullable IdempotencyKey key) {
        OrderNumber order = number(number);
        var handed = Objects.requireNonNullElse(body, FulfilmentBody.EVERYTHING).units();
        return idempotent.once(key, () -> answers.of(fulfil.fulfil(caller, order, ifMatch.version(), handed)));
    }

    @PostMapping("/return")
    @Needs(Permission.ORDERS_FULFIL)
    @Refuses({ProblemType.ILLEGAL_TRANSITION, ProblemType.CONFLICT})
    @Operation(
            summary = "Take back what was handed over, whole or in part",
            description =
                    "Without lines, all that the customer has. The units go back on the shelf unless `restock` is false: then they are written off. A fulfilled order stays fulfilled until every unit is back. An accepted order stays accepted, and what came back is not handed over again. The customer is texted each time.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReturnBody.class),
                            examples =
                                    @ExampleObject("{\"lines\":[{\"lineNumber\":1,\"quantity\":1}],\"restock\":true}")))
    @AnswersWithOrder
    Answer takeBack(
            Caller caller,
            @PathVariable String number,
            @RequestBody(required = false) @Valid @Nullable ReturnBody body,
            IfMatch ifMatch,
            @Nullable IdempotencyKey key) {
        OrderNumber order = number(number);
        ReturnBody back = Objects.requireNonNullElse(body, ReturnBody.EVERYTHING);
        return idempotent.once(
                key,
                () -> answers.of(takeBack.takeBack(caller, order, ifMatch.version(), back.units(), back.restocked())));
    }

    @PostMapping("/cancel")
    @Needs(Permission.ORDERS_CANCEL)
    @Refuses({ProblemType.ILLEGAL_TRANSITION, ProblemType.PARTLY_FULFILLED})
    @Operation(
            summary = "Cancel an order that is pending or accepted",
            description =
                    "Its stock is free again; the customer is texted. Refused while the customer has any of it: take that back, or edit the order down to it.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ReasonBody.class), examples = @ExampleObject(REASON)))
    @AnswersWithOrder
    Answer cancel(
            Caller caller,
            @PathVariable String number,
            @RequestBody(required = false) @Valid @Nullable ReasonBody body,
            IfMatch ifMatch,
            @Nullable IdempotencyKey key) {
        OrderNumber order = number(number);
        String reason = body == null ? null : body.reason();
        return idempotent.once(key, () -> answers.of(cancel.cancel(caller, order, ifMatch.version(), reason)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ORDERS_DELETE)
    @Refuses(ProblemType.PARTLY_FULFILLED)
    @Operation(
            summary = "Void an order",
            description =
                    "From any state. Stock that it still holds is free again; it leaves every list and count, and stays in the audit trail. Nobody is texted. If the customer has any of it, `restock` must say whether that goes back on the shelf or is written off.")
    void strike(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Boolean restock,
            IfMatch ifMatch) {
        strike.strike(caller, number(number), ifMatch.version(), restock);
    }
}
