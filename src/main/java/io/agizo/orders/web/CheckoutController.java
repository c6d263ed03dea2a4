package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Creates;
import io.agizo.api.ForPerson;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IfMatch;
import io.agizo.api.ProblemType;
import io.agizo.api.RateLimit;
import io.agizo.api.Refuses;
import io.agizo.cart.CartId;
import io.agizo.identity.Caller;
import io.agizo.identity.ShopScope;
import io.agizo.orders.CheckOut;
import io.agizo.orders.CheckOut.Press;
import io.agizo.orders.Receipt;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Checkout over REST: a cart becomes an order. */
@RestController
@Tag(name = "Carts")
class CheckoutController {

    private static final String NEW_EXAMPLE = """
            {"customer":{"name":"Amina Otieno","phone":"0711000001"},"note":"Call at the gate"}""";

    private static final String EXAMPLE = """
            {"number":"A7K2-9QX","status":"pending",\
            "customer":{"name":"Amina Otieno","phone":"+254711000001"},\
            "lines":[{"lineNumber":1,"sku":"TEA-500","item":"Kericho tea 500 g","quantity":2,"amount":"450.00",\
            "total":"900.00","fulfilled":0,"returned":0}],"total":"900.00","currency":"KES",\
            "time":"2026-11-22T09:00:00Z",\
            "placedBy":"Online shop","note":"Call at the gate",\
            "timeline":[{"at":"2026-11-22T09:00:00Z","by":"Online shop","event":"placed","detail":null}],\
            "messages":[{"at":"2026-11-22T09:00:00Z","to":"+254711000001","status":"queued"}]}""";

    private final CheckOut checkOut;
    private final CheckoutAnswers answers;
    private final Shop shop;

    CheckoutController(CheckOut checkOut, CheckoutAnswers answers, Shop shop) {
        this.checkOut = checkOut;
        this.answers = answers;
        this.shop = shop;
    }

    @PostMapping("/api/v1/carts/{id}/checkout")
    @ForPerson(ShopScope.NAME)
    @Refuses({
        ProblemType.CART_CHANGED,
        ProblemType.NUMBER_NOT_PROVED,
        ProblemType.OUT_OF_STOCK,
        ProblemType.CONFLICT,
        ProblemType.UNCONFIRMED
    })
    @Operation(
            summary = "Check a cart out",
            description =
                    "Orders what is in the cart at the prices last shown. If a price, what is for sale or the cart itself changed since, or there are no longer enough, nothing is ordered and the problem carries the new `cart`, which counts as shown. A cart becomes one order: every later press is answered with that order as it is then, with or without an Idempotency-Key. A shopper who has signed in leaves `customer` out: the order is theirs. Who has not proved their number may order only so much, by the settings AGIZO_SHOP_MOST_UNPROVED_UNITS, _LINES and _ORDERS: for more, have a code texted by POST /carts/{id}/codes and send it as `customer.code`, under a new Idempotency-Key if there is one. The order is confirmed by text, to somebody new in the language of `Accept-Language`, so one number, and strangers of one network, check out so often in an hour and a day, and only with a mobile number of a country that the shop texts. Of other people the answer tells only what this request says.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CheckoutBody.class),
                            examples = @ExampleObject(NEW_EXAMPLE)))
    @Creates(
            value = Receipt.class,
            description = "Ordered, now or by an earlier press: the stock is reserved and the text queued",
            example = EXAMPLE)
    Answer checkOut(
            Caller caller,
            @Parameter(description = "The cart's secret id", example = "Vb3kR9sQ2mXw7LpZ0tYc1dEf") @PathVariable
                    CartId id,
            @RequestBody @Valid CheckoutBody body,
            @Nullable IdempotencyKey key,
            IfMatch ifMatch,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletRequest request) {
        Press press = body.press(id, ifMatch.version(), shop, locale, RateLimit.network(request));
        return key == null
                ? answers.of(checkOut.checkOut(caller, press))
                : checkOut.checkOut(caller, press, key, answers::of);
    }
}
