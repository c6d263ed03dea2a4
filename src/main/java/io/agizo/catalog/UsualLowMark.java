package io.agizo.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How few units make a product low that has no number of its own.
 *
 * @param lowStockAt At how many available units a product counts as low, unless it has its own number; 0 for never.
 */
@Validated
@ConfigurationProperties("agizo.shop")
public record UsualLowMark(
        @DefaultValue("5") @Min(0) @Max(ProductDetails.MOST_ON_HAND) int lowStockAt) {

    int of(@Nullable Integer own) {
        return own == null ? lowStockAt : own;
    }
}
