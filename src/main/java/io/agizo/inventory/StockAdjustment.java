package io.agizo.inventory;

import io.agizo.shared.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What someone says has changed on the shelf, before it is checked.
 *
 * @param delta units that came, or went if below zero
 * @param reason such as {@code delivery}, {@code breakage}, {@code stocktaking}
 */
public record StockAdjustment(
        @Min(value = -MOST_UNITS, message = "must be at least {value}") @Max(value = MOST_UNITS, message = "must be at most {value}") int delta,

        @Nullable @NotBlank(message = "must be given") @Size(max = LONGEST_REASON, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String reason) {

    /** More in one go is a slip of the finger. */
    static final int MOST_UNITS = 1_000_000;

    static final int LONGEST_REASON = 200;

    public StockAdjustment {
        reason = PlainText.tidy(reason);
    }
}
