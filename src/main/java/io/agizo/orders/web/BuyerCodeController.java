package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.ProblemType;
import io.agizo.api.RateLimit;
import io.agizo.api.Refuses;
import io.agizo.cart.CartId;
import io.agizo.orders.ProveBuyer;
import io.agizo.orders.ProveBuyer.Texted;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Codes over REST by which shoppers prove their numbers. */
@RestController
@Tag(name = "Carts")
class BuyerCodeController {

    private static final String TEXTED = """
            {"phone":"+254711000001","goodUntil":"2026-11-22T09:10:00Z"}""";

    private final ProveBuyer proofs;
    private final Answers answers;
    private final Shop shop;

    BuyerCodeController(ProveBuyer proofs, Answers answers, Shop shop) {
        this.proofs = proofs;
        this.answers = answers;
        this.shop = shop;
    }

    @PostMapping("/api/v1/carts/{id}/codes")
    @Refuses({ProblemType.CONFLICT, ProblemType.TOO_MANY_REQUESTS})
    @Operation(
            summary = "Have a code texted that proves a number",
            description =
                    "For a cart that is more than anybody may order without: a checkout refused with `number-not-proved`. Repeat the checkout with the code in `customer.code`. It holds for this cart and this number, for ten minutes and five tries, and takes the place of the cart's last one. The answer is the same whether the shop knows the number or not.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BuyerCodeBody.class),
                            examples = @ExampleObject("{\"phone\":\"0711000001\"}")))
    @ApiResponse(
            responseCode = "202",
            description = "On its way",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Texted.class),
                            examples = @ExampleObject(TEXTED)))
    Answer text(
            @Parameter(description = "The cart's secret id", example = "Vb3kR9sQ2mXw7LpZ0tYc1dEf") @PathVariable
                    CartId id,
            @RequestBody @Valid BuyerCodeBody body,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletRequest request) {
        return answers.accepted(proofs.text(id, body.number(shop), locale, RateLimit.network(request)));
    }
}
