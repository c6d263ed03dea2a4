package io.agizo.catalog;

import io.agizo.shared.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed about a picture of a product.
 *
 * @param description for those who cannot see it; none if nothing is said
 * @param position among the pictures of the product, 1 for the first; beyond the last is the last
 */
public record ImageDetails(
        @Schema(example = "A packet of Kericho tea")
        @Nullable @Size(max = LONGEST_DESCRIPTION, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String description,

        @Schema(example = "1")
        @Nullable @Min(value = 1, message = "must be 1 or more") @Max(value = ProductPictures.MOST, message = "must be at most {value}") Integer position) {

    /** Screen readers read it in one breath; what is longer belongs into the product's own description. */
    static final int LONGEST_DESCRIPTION = 250;

    public ImageDetails {
        description = PlainText.tidy(description);
    }
}
