package io.agizo.storefront.pages.checkout;

import io.agizo.cart.CartView;
import io.agizo.orders.MostUnproved;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.pages.Message;
import io.agizo.storefront.pages.checkout.CheckoutView.Code;
import io.agizo.storefront.pages.checkout.CheckoutView.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why nothing was ordered, as the page says it.
 *
 * @param field that it is about; empty for the whole
 * @param code whether the number has to be proved
 * @param retrySeconds when another try makes sense; null for at once
 */
record CheckoutRefusal(
        HttpStatus status,
        String field,
        Message message,
        Code code,
        @Nullable Integer retrySeconds) {

    /** A shop that is at work again, or a commit that is found again, takes no longer. */
    private static final int BUSY_SECONDS = 2;

    private static final int SECONDS_PER_MINUTE = 60;

    static CheckoutRefusal of(OrderRefused why) {
        return switch (why) {
            case CartRefused.CartChanged(CartView cart) ->
                invalid("", wantsTooMuch(cart) ? "checkout.short" : "checkout.changed", Code.NOT_NEEDED);
            case CartRefused.NumberNotProved(MostUnproved most, var overUnits, int lines, boolean open) ->
                new CheckoutRefusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "",
                        Message.of(
                                open ? "checkout.unproved.open" : "checkout.unproved",
                                String.valueOf(most.units()),
                                String.valueOf(most.lines()),
                                String.valueOf(most.orders())),
                        Code.NEEDED,
                        null);
            case CartRefused.WrongCode wrong -> invalid("code", "checkout.code.wrong", Code.TEXTED);
            case OrderRefused.TotalTooLarge large -> invalid("", "checkout.dear", Code.NOT_NEEDED);
            case OrderRefused.DeskFull full -> busy("checkout.full");
            case OrderRefused.Unconfirmed lost -> busy("checkout.unconfirmed");
            // What is left says that there is less than there was; the lines say of what.
            case OrderRefused less -> invalid("", "checkout.short", Code.NOT_NEEDED);
        };
    }

    static CheckoutRefusal tooMany(int waitSeconds, Code code) {
        String minutes = String.valueOf(waitSeconds / SECONDS_PER_MINUTE + 1);
        return new CheckoutRefusal(
                HttpStatus.TOO_MANY_REQUESTS, "", Message.of("checkout.wait", minutes), code, waitSeconds);
    }

    static CheckoutRefusal invalid(String field, String key, Code code) {
        return new CheckoutRefusal(HttpStatus.UNPROCESSABLE_CONTENT, field, Message.of(key), code, null);
    }

    private static boolean wantsTooMuch(CartView cart) {
        return CheckoutView.lines(cart, "").stream().anyMatch(Line::isTooMuch);
    }

    private static CheckoutRefusal busy(String key) {
        return new CheckoutRefusal(HttpStatus.SERVICE_UNAVAILABLE, "", Message.of(key), Code.NOT_NEEDED, BUSY_SECONDS);
    }
}
