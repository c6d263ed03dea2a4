package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.Needs;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.ManyOrdersId;
import io.agizo.orders.ManyOrdersReport;
import io.agizo.orders.OrderAction;
import io.agizo.orders.StepManyOrders;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps with many orders over REST: each an operation of its own, since each has a permission of its own. */
@RestController
@RequestMapping(ManyOrdersController.PATH)
@Tag(name = "Orders")
class ManyOrdersController {

    static final String PATH = "/api/v1/orders/many";

    private static final String WHICH =
            "The orders of these `numbers`, or `all` that match a filter at this moment (`{}` for every one), which needs "
                    + "`orders:read` too. It is done in the background, each order by itself; the report says how far it "
                    + "has come, and which orders stay as they were and why.";

    private static final String NUMBERS = "{\"numbers\":[\"A7K2-9QX\",\"B3M8-2RT\"]}";
    private static final String WITH_REASON =
            "{\"numbers\":[\"A7K2-9QX\",\"B3M8-2RT\"],\"reason\":\"sold out at our supplier\"}";

    private final StepManyOrders many;
    private final IdempotentAnswers idempotent;
    private final Shop shop;

    ManyOrdersController(StepManyOrders many, IdempotentAnswers idempotent, Shop shop) {
        this.many = many;
        this.idempotent = idempotent;
        this.shop = shop;
    }

    @PostMapping("/accept")
    @Needs(Permission.ORDERS_DECIDE)
    @Operation(summary = "Accept many pending orders", description = WHICH)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ManyOrdersBody.class),
                            examples = @ExampleObject(NUMBERS)))
    @AnswersWithJob
    Answer accept(Caller caller, @RequestBody @Valid ManyOrdersBody body, @Nullable IdempotencyKey key) {
        return ask(caller, OrderAction.ACCEPT, body, key);
    }

    @PostMapping("/reject")
    @Needs(Permission.ORDERS_DECIDE)
    @Operation(summary = "Reject many pending orders", description = WHICH)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ManyOrdersBody.class),
                            examples = @ExampleObject(WITH_REASON)))
    @AnswersWithJob
    Answer reject(Caller caller, @RequestBody @Valid ManyOrdersBody body, @Nullable IdempotencyKey key) {
        return ask(caller, OrderAction.REJECT, body, key);
    }

    @PostMapping("/fulfil")
    @Needs(Permission.ORDERS_FULFIL)
    @Operation(summary = "Hand over all that is left of many accepted orders", description = WHICH)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ManyOrdersBody.class),
                            examples = @ExampleObject(NUMBERS)))
    @AnswersWithJob
    Answer fulfil(Caller caller, @RequestBody @Valid ManyOrdersBody body, @Nullable IdempotencyKey key) {
        return ask(caller, OrderAction.FULFIL, body, key);
    }

    @PostMapping("/cancel")
    @Needs(Permission.ORDERS_CANCEL)
    @Operation(summary = "Cancel many orders that are pending or accepted", description = WHICH)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ManyOrdersBody.class),
                            examples = @ExampleObject(WITH_REASON)))
    @AnswersWithJob
    Answer cancel(Caller caller, @RequestBody @Valid ManyOrdersBody body, @Nullable IdempotencyKey key) {
        return ask(caller, OrderAction.CANCEL, body, key);
    }

    @GetMapping("/jobs/{id}")
    @Needs(
            value = {Permission.ORDERS_DECIDE, Permission.ORDERS_FULFIL, Permission.ORDERS_CANCEL},
            oneOf = true)
    @Operation(
            summary = "Read how far a step with many orders has come",
            description = "For whoever may take that step. Shows the first 200 orders that stay as they were.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(REPORT)))
    ManyOrdersReport report(Caller caller, @PathVariable UUID id) {
        return many.report(caller, new ManyOrdersId(id));
    }

    private Answer ask(Caller caller, OrderAction action, ManyOrdersBody body, @Nullable IdempotencyKey key) {
        Answer answer =
                idempotent.once(key, () -> accepted(many.ask(caller, action, body.which(shop), body.reason(), null)));
        many.begin();
        return answer;
    }

    private static Answer accepted(ManyOrdersId id) {
        return new Answer(202, MediaType.APPLICATION_JSON_VALUE, PATH + "/jobs/" + id, null, "{\"id\":\"" + id + "\"}");
    }

    private static final String REPORT = """
            {"id":"019aab5e-1f00-7000-8000-000000000001","action":"accept","reason":null,"state":"done","total":2,\
            "done":1,"refused":1,"refusals":[{"number":"B3M8-2RT","why":"illegal-transition",\
            "message":"The order is rejected and cannot be accepted.","present":"rejected","by":"Amina Otieno",\
            "at":"2026-11-22T09:00:00Z"}],"askedAt":"2026-11-22T09:05:00Z","finishedAt":"2026-11-22T09:05:01Z"}""";

    /** For the documentation: what was asked for goes on in the background. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @ApiResponse(
            responseCode = "202",
            description = "Queued; its report is at the location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Queued.class),
                            examples = @ExampleObject("{\"id\":\"019aab5e-1f00-7000-8000-000000000001\"}")))
    @interface AnswersWithJob {}

    /** For the documentation: what a job is answered with. */
    @Schema(name = "ManyOrdersQueued")
    record Queued(UUID id) {}
}
