package io.agizo.backinstock.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** The number that is to be texted. */
record TellBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "0711000001")
        @Nullable @NotBlank(message = "is required") String phone) {

    String written() {
        return phone == null ? "" : phone;
    }
}
