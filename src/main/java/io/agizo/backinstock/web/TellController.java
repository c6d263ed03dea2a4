package io.agizo.backinstock.web;

import io.agizo.api.Answers;
import io.agizo.api.ProblemType;
import io.agizo.api.RateLimit;
import io.agizo.api.Refuses;
import io.agizo.backinstock.AskToBeTold;
import io.agizo.backinstock.AskToBeTold.Answer;
import io.agizo.shared.Sku;
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

/** Wishes over REST to be told when a product is back. */
@RestController
@Tag(name = "Products and stock")
class TellController {

    private static final String NOTED = """
            {"sku":"TEA-500","phone":"+254711000001","until":"2027-02-20T09:00:00Z"}""";

    private final AskToBeTold wishes;
    private final Answers answers;

    TellController(AskToBeTold wishes, Answers answers) {
        this.wishes = wishes;
        this.answers = answers;
    }

    @PostMapping("/api/v1/products/{sku}/tell")
    @Refuses({ProblemType.CONFLICT, ProblemType.TOO_MANY_REQUESTS})
    @Operation(
            summary = "Ask to be told when a product is back",
            description =
                    "For a product that is sold out. The number is texted once, by day, in the language of `Accept-Language`, when the product can be had again, and is erased then, or after 90 days. Those who asked first are told first: three for each unit that is there, and an hour later the next. Refused (409) if the product is in stock, and for a number whose owner answered such a text with STOP.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TellBody.class),
                            examples = @ExampleObject("{\"phone\":\"0711000001\"}")))
    @ApiResponse(
            responseCode = "202",
            description = "Noted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Answer.Noted.class),
                            examples = @ExampleObject(NOTED)))
    io.agizo.api.Answer tell(
            @PathVariable Sku sku,
            @RequestBody @Valid TellBody body,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletRequest request) {
        return switch (wishes.ask(sku, body.written(), locale, RateLimit.network(request))) {
            case Answer.Noted noted -> answers.accepted(noted);
            case Answer.InStock inStock -> answers.problem(TellProblems.of(inStock));
            case Answer.SaidStop saidStop -> answers.problem(TellProblems.of(saidStop));
        };
    }
}
