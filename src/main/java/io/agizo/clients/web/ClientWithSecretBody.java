package io.agizo.clients.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import io.agizo.clients.ApiClients;
import io.swagger.v3.oas.annotations.media.Schema;

/** An API client and its new secret, the one time that this is shown. */
@Schema(name = "ApiClientWithSecret")
record ClientWithSecretBody(
        ClientBody client,

        @Schema(description = "What the client signs in with; the shop keeps only a hash of it")
        String secret,

        @JsonIgnore int version)
        implements Versioned {

    static ClientWithSecretBody of(ApiClients.WithSecret made) {
        return new ClientWithSecretBody(
                ClientBody.of(made.client()), made.secret(), made.client().version());
    }
}
