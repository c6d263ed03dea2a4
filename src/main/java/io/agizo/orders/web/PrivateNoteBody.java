package io.agizo.orders.web;

import io.agizo.orders.PrivateNote;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What colleagues are told about an order.
 *
 * @param note empty takes it away
 */
record PrivateNoteBody(
        @Schema(requiredMode = RequiredMode.REQUIRED)
        @NotNull(message = "is required") @Size(max = PrivateNote.LONGEST, message = "must be at most {max} characters long") String note) {}
