package io.agizo.orders.web;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** The number that a shopper wants to prove. */
record BuyerCodeBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "0711000001")
        @Nullable @NotBlank(message = "is required") String phone) {

    PhoneNumber number(Shop shop) {
        return InvalidInput.at("/phone", () -> PhoneNumber.parse(phone == null ? "" : phone, shop.country()));
    }
}
