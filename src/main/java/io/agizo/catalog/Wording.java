package io.agizo.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agizo.shared.PlainText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a product and its category are called, and how it is described, in one language.
 *
 * @param name null for the product's own
 * @param description null for the product's own
 * @param category null for the category itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wording(
        @Nullable @Size(max = ProductDetails.LONGEST_NAME, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String name,

        @Nullable @Size(max = ProductDetails.LONGEST_DESCRIPTION, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINES, message = PlainText.LINES_RULE) String description,

        @Nullable @Size(max = ProductDetails.LONGEST_CATEGORY, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String category) {

    static final Wording NONE = new Wording(null, null, null);

    public Wording {
        name = PlainText.tidy(name);
        description = PlainText.tidy(description);
        category = PlainText.tidy(category);
    }

    boolean isNone() {
        return name == null && description == null && category == null;
    }

    Wording over(Wording other) {
        return new Wording(
                name == null ? other.name : name,
                description == null ? other.description : description,
                category == null ? other.category : category);
    }
}
