package io.agizo.storefront.pages.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.orders.MostUnproved;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.CartRefused.CartShort;
import io.agizo.orders.OrderRefused.CartRefused.NumberNotProved;
import io.agizo.orders.OrderRefused.CartRefused.WrongCode;
import io.agizo.pages.Message;
import io.agizo.shared.Sku;
import io.agizo.storefront.pages.checkout.CheckoutView.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

/** What a shopper reads whose press came to no order. */
class CheckoutRefusalTests {

    private static final MostUnproved MOST = new MostUnproved(24, 30, 5);

    @ParameterizedTest
    @CsvSource({"true, checkout.full", "false, checkout.unconfirmed"})
    void asksForAnotherPressWhereTheShopIsBusyOrDoesNotKnow(boolean full, String words) {
        CheckoutRefusal refusal =
                CheckoutRefusal.of(full ? new OrderRefused.DeskFull() : new OrderRefused.Unconfirmed());

        assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refusal.message()).isEqualTo(Message.of(words));
        assertThat(refusal.retrySeconds()).isEqualTo(2);
        assertThat(refusal.code()).isEqualTo(Code.NOT_NEEDED);
    }

    @Test
    void asksForACodeWhereTheNumberIsNotProved() {
        CheckoutRefusal large = CheckoutRefusal.of(new NumberNotProved(MOST, List.of(0), 1, false));
        CheckoutRefusal many = CheckoutRefusal.of(new NumberNotProved(MOST, List.of(), 1, true));

        assertThat(large.code()).isEqualTo(Code.NEEDED);
        assertThat(large.message()).isEqualTo(Message.of("checkout.unproved", "24", "30", "5"));
        assertThat(many.message().key()).isEqualTo("checkout.unproved.open");
        assertThat(CheckoutRefusal.of(new WrongCode()).field()).isEqualTo("code");
    }

    @Test
    void saysThatThereIsLessOrWhenToComeBack() {
        assertThat(CheckoutRefusal.of(new CartShort(new Sku("TEA"), 3, 1)).message())
                .isEqualTo(Message.of("checkout.short"));
        assertThat(CheckoutRefusal.of(new OrderRefused.TotalTooLarge()).message())
                .isEqualTo(Message.of("checkout.dear"));
        CheckoutRefusal wait = CheckoutRefusal.tooMany(61, Code.NOT_NEEDED);
        assertThat(wait.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(wait.message()).isEqualTo(Message.of("checkout.wait", "2"));
        assertThat(wait.retrySeconds()).isEqualTo(61);
    }
}
