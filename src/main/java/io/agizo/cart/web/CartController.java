package io.agizo.cart.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Creates;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.IfMatch;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.identity.Caller;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Carts over REST, for whoever holds a cart's id. */
@RestController
@RequestMapping(CartController.PATH)
@Tag(name = "Carts", description = "Shoppers' baskets, open to whoever knows the id, until they become orders.")
class CartController {

    static final String PATH = "/api/v1/carts";

    private static final String ID_EXAMPLE = "Vb3kR9sQ2mXw7LpZ0tYc1dEf";

    private static final String EMPTY_EXAMPLE = """
            {"id":"Vb3kR9sQ2mXw7LpZ0tYc1dEf","lines":[],"total":"0.00","currency":"KES","order":null}""";

    private static final String EXAMPLE = """
            {"id":"Vb3kR9sQ2mXw7LpZ0tYc1dEf","lines":[{"sku":"TEA-500","name":"Kericho tea 500 g","quantity":2,\
            "price":"450.00","total":"900.00","available":97}],"total":"900.00","currency":"KES","order":null}""";

    private final Carts carts;
    private final Answers answers;
    private final IdempotentAnswers idempotent;

    CartController(Carts carts, Answers answers, IdempotentAnswers idempotent) {
        this.carts = carts;
        this.answers = answers;
        this.idempotent = idempotent;
    }

    @PostMapping
    @Operation(
            summary = "Open a cart",
            description =
                    "Its id is a secret: whoever knows it may read, fill and check out the cart. A cart that nobody touches goes after 30 days. An Idempotency-Key counts for callers with a token; strangers share one name, and a key that two of them chose would give one the cart of the other.")
    @Creates(value = CartView.class, description = "Opened", example = EMPTY_EXAMPLE)
    Answer open(Caller caller, @Nullable IdempotencyKey key) {
        return idempotent.once(caller.equals(Caller.anyone()) ? null : key, () -> opened(carts.open()));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read a cart",
            description =
                    "At the prices of this moment, which are the ones that a checkout charges. A product that is no longer for sale has no price and does not count into the total. `order` is the number of the order that the cart became.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CartView.class),
                            examples = @ExampleObject(EXAMPLE)))
    CartView show(@Parameter(description = "The cart's secret id", example = ID_EXAMPLE) @PathVariable CartId id) {
        return carts.show(id);
    }

    @PutMapping("/{id}/lines/{sku}")
    @Refuses(ProblemType.CONFLICT)
    @Operation(
            summary = "Put a product into a cart",
            description =
                    "Adds the product or sets how many units of it are wanted; each product has one line, and a cart has at most 100. More than is available may be put in, but not checked out. A cart that was checked out no longer changes.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = QuantityBody.class),
                            examples = @ExampleObject("{\"quantity\":2}")))
    @ApiResponse(
            responseCode = "200",
            description = "The cart as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CartView.class),
                            examples = @ExampleObject(EXAMPLE)))
    CartView put(
            @Parameter(description = "The cart's secret id", example = ID_EXAMPLE) @PathVariable CartId id,
            @PathVariable Sku sku,
            @RequestBody @Valid QuantityBody body,
            IfMatch ifMatch) {
        if (body.quantity() == null) {
            throw new InvalidInput("/quantity", "is required");
        }
        return carts.put(id, sku, body.quantity(), ifMatch.version());
    }

    @DeleteMapping("/{id}/lines/{sku}")
    @Refuses(ProblemType.CONFLICT)
    @Operation(summary = "Take a product out of a cart", description = "All units of it.")
    @ApiResponse(
            responseCode = "200",
            description = "The cart as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CartView.class),
                            examples = @ExampleObject(EMPTY_EXAMPLE)))
    CartView remove(
            @Parameter(description = "The cart's secret id", example = ID_EXAMPLE) @PathVariable CartId id,
            @PathVariable Sku sku,
            IfMatch ifMatch) {
        return carts.remove(id, sku, ifMatch.version());
    }

    private Answer opened(CartView cart) {
        return answers.created(cart, PATH + "/" + cart.id().secret());
    }
}
