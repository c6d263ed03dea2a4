package io.agizo.identity;

import io.agizo.shared.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone says about an API client, before it is checked.
 *
 * @param permissions scopes, such as {@code orders:read}
 * @param requestsPerMinute null for what the shop's settings say
 */
public record ApiClientDetails(
        @Nullable @NotBlank(message = "must be given") @Size(max = 100, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String name,

        @Nullable @Size(max = MOST_PERMISSIONS, message = "must be at most {max}") List<@NotNull(message = "must be a permission") String> permissions,

        @Nullable @Min(value = 1, message = "must be at least {value}") @Max(value = 1_000_000, message = "must be at most {value}") Integer requestsPerMinute) {

    /** Far more than there are; what is named twice counts once. */
    static final int MOST_PERMISSIONS = 100;

    public ApiClientDetails {
        name = PlainText.tidy(name);
    }

    static ApiClientDetails of(ApiClientView client) {
        return new ApiClientDetails(client.name(), client.permissions(), client.requestsPerMinute());
    }
}
