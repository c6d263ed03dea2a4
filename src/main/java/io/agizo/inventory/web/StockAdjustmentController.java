package io.agizo.inventory.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Creates;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.Needs;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockLevel;
import io.agizo.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of what is on the shelf, over REST. */
@RestController
@RequestMapping("/api/v1/products/{sku}/stock-adjustments")
@Tag(name = "Products and stock")
class StockAdjustmentController {

    private final AdjustStock adjustStock;
    private final Answers answers;
    private final IdempotentAnswers idempotent;

    StockAdjustmentController(AdjustStock adjustStock, Answers answers, IdempotentAnswers idempotent) {
        this.adjustStock = adjustStock;
        this.answers = answers;
        this.idempotent = idempotent;
    }

    @PostMapping
    @Needs(Permission.STOCK_WRITE)
    @Refuses(ProblemType.STOCK_RESERVED)
    @Operation(
            summary = "Adjust the stock of a product",
            description =
                    "Books units that came or went as `delta`, with the reason, or brings the stock to what was "
                            + "`counted` on the shelf, and answers with the new level. Never below what is reserved for orders.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AdjustmentBody.class),
                            examples = @ExampleObject("{\"delta\":10,\"reason\":\"delivery\"}")))
    @Creates(
            value = Level.class,
            description = "Booked",
            example = "{\"sku\":\"TEA-500\",\"onHand\":110,\"reserved\":3,\"available\":107}")
    Answer adjust(
            Caller caller,
            @PathVariable Sku sku,
            @Nullable IdempotencyKey key,
            @RequestBody AdjustmentBody adjustment) {
        return idempotent.once(key, () -> adjusted(sku, adjustment.book(adjustStock, caller, sku)));
    }

    private Answer adjusted(Sku sku, StockLevel level) {
        return answers.added(
                new Level(sku, level.onHand(), level.reserved(), level.available()), "/api/v1/products/" + sku);
    }

    /** A stock level, named after its product. */
    @Schema(name = "StockLevel")
    record Level(Sku sku, int onHand, int reserved, int available) {}
}
