package io.agizo.accounts;

import io.agizo.shared.PlainText;
import io.agizo.shared.TextLanguage;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person says of themselves without having to prove it, before it is checked. */
public record AccountDetails(
        @Nullable @NotBlank(message = "must be given") @Size(max = LONGEST_NAME, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String name,

        @Nullable @NotBlank(message = "must be given") @Pattern(regexp = TextLanguage.PATTERN, message = TextLanguage.RULE) String locale) {

    /** As long as the name of a customer. */
    public static final int LONGEST_NAME = 200;

    public AccountDetails {
        name = PlainText.tidy(name);
        locale = PlainText.tidy(locale);
    }
}
