package io.agizo.clients.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import io.agizo.clients.ApiClientView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API client as REST shows it. */
@Schema(name = "ApiClient")
record ClientBody(
        String id,
        String name,
        List<String> permissions,

        @Schema(description = "Null for what the shop's settings say: any number, unless told") @Nullable Integer requestsPerMinute,

        @Schema(
                description =
                        "client_credentials where it speaks for itself, authorization_code where people sign in to it")
        List<String> grantTypes,

        @Schema(description = "Where people are sent back to once they have signed in; compared letter by letter")
        List<String> redirectUris,

        @Schema(description = "Where people are sent once they have signed out")
        List<String> postLogoutRedirectUris,

        @Schema(description = "Which of profile, phone and email it may ask people for")
        List<String> profileScopes,

        Instant createdAt,

        @Schema(description = "To the minute or so; null if it never was") @Nullable Instant lastUsedAt,

        @Schema(description = "How long the secret before this one is still good, if it is") @Nullable Instant oldSecretUntil,

        @JsonIgnore int version)
        implements Versioned {

    static ClientBody of(ApiClientView client) {
        return new ClientBody(
                client.id(),
                client.name(),
                client.permissions(),
                client.requestsPerMinute(),
                client.grantTypes(),
                client.redirectUris(),
                client.postLogoutRedirectUris(),
                client.profileScopes(),
                client.createdAt(),
                client.lastUsedAt(),
                client.oldSecretUntil(),
                client.version());
    }
}
