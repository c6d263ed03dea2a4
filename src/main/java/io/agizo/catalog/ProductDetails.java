package io.agizo.catalog;

import io.agizo.shared.CodeForm;
import io.agizo.shared.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What someone says about a product, before it is checked. Blank means not said.
 *
 * @param price for one unit, in the shop's currency
 * @param visible whether shoppers see it; they do if nothing is said
 * @param stock the units on hand that a new product starts with; none if nothing is said
 * @param barcodes what scanners read from it; an EAN or UPC with its check digit, any other code as it is
 * @param lowAt at how many available units it counts as low, 0 for never; as is usual in the shop if nothing is said
 * @param translations the name and the description for readers of other languages; they read the above where nothing is said
 */
public record ProductDetails(
        @Nullable @NotBlank(message = "must be given") @Pattern(regexp = CodeForm.PATTERN, message = CodeForm.RULE) @Pattern(regexp = CodeForm.FREE, message = CodeForm.FREE_RULE) String sku,

        @Nullable @NotBlank(message = "must be given") @Size(max = LONGEST_NAME, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String name,

        @Nullable @Size(max = LONGEST_DESCRIPTION, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINES, message = PlainText.LINES_RULE) String description,

        @Schema(
                types = {"string", "number"},
                requiredMode = RequiredMode.REQUIRED,
                example = "450.00")
        @Nullable BigDecimal price,

        @Nullable @Size(max = LONGEST_CATEGORY, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String category,

        @Nullable Boolean visible,

        @Nullable @PositiveOrZero(message = "must not be negative") @Max(value = MOST_ON_HAND, message = "must be at most {value}") Integer stock,

        @Nullable @Size(max = MOST_BARCODES, message = "must be at most {max}") List<String> barcodes,

        @Nullable @PositiveOrZero(message = "must not be negative") @Max(value = MOST_ON_HAND, message = "must be at most {value}") Integer lowAt,

        @Nullable @Valid Translations translations) {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_DESCRIPTION = 5_000;
    static final int LONGEST_CATEGORY = 60;

    /** The unit, its boxes, and what they were before: more is a mistake. */
    static final int MOST_BARCODES = 20;

    /** More of one product is a slip of the finger; and so no sum of a level and a change overflows an integer. */
    public static final int MOST_ON_HAND = 1_000_000_000;

    public ProductDetails {
        sku = PlainText.tidy(sku);
        name = PlainText.tidy(name);
        description = PlainText.tidy(description);
        category = PlainText.tidy(category);
    }

    static ProductDetails of(Offer offer) {
        return new ProductDetails(
                offer.sku().value(),
                offer.name(),
                offer.description(),
                offer.price().amount(),
                offer.category(),
                offer.visible(),
                null,
                List.copyOf(offer.barcodes()),
                offer.lowAt(),
                offer.translations());
    }

    /** The same details, seen by shoppers or not. */
    public ProductDetails shown(boolean shown) {
        return new ProductDetails(sku, name, description, price, category, shown, stock, barcodes, lowAt, translations);
    }

    /** These details, and those of another where these say nothing; how few make it low is not said by lists. */
    ProductDetails over(ProductDetails other) {
        return new ProductDetails(
                sku == null ? other.sku : sku,
                name == null ? other.name : name,
                description == null ? other.description : description,
                price == null ? other.price : price,
                category == null ? other.category : category,
                visible == null ? other.visible : visible,
                stock,
                barcodes == null ? other.barcodes : barcodes,
                other.lowAt,
                Objects.requireNonNullElse(translations, Translations.NONE)
                        .over(Objects.requireNonNullElse(other.translations, Translations.NONE)));
    }
}
