package io.agizo.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agizo.shared.PlainText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a product is called and described as in one language.
 *
 * @param name null for the product's own
 * @param description null for the product's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wording(
        @Nullable @Size(max = ProductDetails.LONGEST_NAME, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String name,

        @Nullable @Size(max = ProductDetails.LONGEST_DESCRIPTION, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINES, message = PlainText.LINES_RULE) String description) {

    static final Wording NONE = new Wording(null, null);

    public Wording {
        name = PlainText.tidy(name);
        description = PlainText.tidy(description);
    }

    boolean isNone() {
        return name == null && description == null;
    }

    Wording over(Wording other) {
        return new Wording(name == null ? other.name : name, description == null ? other.description : description);
    }
}
