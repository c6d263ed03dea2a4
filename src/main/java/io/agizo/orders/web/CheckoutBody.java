package io.agizo.orders.web;

import io.agizo.cart.CartId;
import io.agizo.customers.Contact;
import io.agizo.orders.CheckOut.Press;
import io.agizo.orders.NewOrderRequest;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.TextLanguage;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a shopper checks out: who they are unless they have signed in, and what the shop should know. */
record CheckoutBody(
        @Schema(description = "Left out by a shopper who has signed in; everybody else has to give it") @Nullable @Valid BuyerBody customer,

        @Nullable @Size(max = NewOrderRequest.LONGEST_NOTE, message = "must be at most {max} characters long") String note) {

    /** A shopper's name, and the phone on which they hear of the order. */
    record BuyerBody(
            @Schema(requiredMode = RequiredMode.REQUIRED)
            @Nullable @NotBlank(message = "is required") @Size(max = 200, message = "must be at most {max} characters long") String name,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable @NotBlank(message = "is required") String phone,

            @Schema(
                    description =
                            "The code that was texted to the phone, which proves it; only needed for more than anyone may order without",
                    example = "042917")
            @Nullable @Size(max = 20, message = "must be at most {max} characters long") String code) {

        Contact contact(Shop shop, Locale locale) {
            PhoneNumber number =
                    InvalidInput.at("/phone", () -> PhoneNumber.parse(phone == null ? "" : phone, shop.country()));
            return new Contact(name == null ? "" : name, number, TextLanguage.of(locale));
        }
    }

    Press press(CartId cart, @Nullable Integer expectedVersion, Shop shop, Locale locale, String network) {
        return new Press(
                cart,
                expectedVersion,
                null,
                customer == null ? null : InvalidInput.at("/customer", () -> customer.contact(shop, locale)),
                customer == null ? null : customer.code(),
                Objects.requireNonNullElse(note, ""),
                network);
    }
}
