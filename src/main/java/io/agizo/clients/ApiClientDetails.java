package io.agizo.clients;

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
 * @param grantTypes {@code client_credentials}, {@code authorization_code} or both; null for the one that fits the addresses
 * @param redirectUris where people may be sent back to after signing in
 * @param postLogoutRedirectUris where they may be sent after signing out
 * @param profileScopes what of a person it may ask to know, and whether it may ask to shop for them
 */
public record ApiClientDetails(
        @Nullable @NotBlank(message = "must be given") @Size(max = 100, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String name,

        @Nullable @Size(max = MOST_PERMISSIONS, message = "must be at most {max}") List<@NotNull(message = "must be a permission") String> permissions,

        @Nullable @Min(value = 1, message = "must be at least {value}") @Max(value = 1_000_000, message = "must be at most {value}") Integer requestsPerMinute,

        @Nullable @Size(max = MOST_ADDRESSES, message = "must be at most {max}") List<@NotNull(message = "must be a grant type") String> grantTypes,

        @Nullable @Size(max = MOST_ADDRESSES, message = "must be at most {max}") List<@NotNull(message = "must be an address") String> redirectUris,

        @Nullable @Size(max = MOST_ADDRESSES, message = "must be at most {max}") List<@NotNull(message = "must be an address") String> postLogoutRedirectUris,

        @Nullable @Size(max = MOST_ADDRESSES, message = "must be at most {max}") List<@NotNull(message = "must be a scope") String> profileScopes) {

    /** Far more than there are; what is named twice counts once. */
    static final int MOST_PERMISSIONS = 100;

    /** An application has one for each place where it runs: at home, for tests, on a developer's computer. */
    static final int MOST_ADDRESSES = 10;

    public ApiClientDetails {
        name = PlainText.tidy(name);
    }

    static ApiClientDetails of(ApiClientView client) {
        return new ApiClientDetails(
                client.name(),
                client.permissions(),
                client.requestsPerMinute(),
                client.grantTypes(),
                client.redirectUris(),
                client.postLogoutRedirectUris(),
                client.profileScopes());
    }
}
