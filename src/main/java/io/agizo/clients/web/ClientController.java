package io.agizo.clients.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Creates;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.IfMatch;
import io.agizo.api.MergePatch;
import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.clients.ApiClientDetails;
import io.agizo.clients.ApiClientView;
import io.agizo.clients.ApiClients;
import io.agizo.clients.ClientPages;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** API clients over REST. */
@RestController
@RequestMapping(ClientController.PATH)
@Tag(name = "API clients", description = "The programs that may call the shop, and what each may do.")
class ClientController {

    static final String PATH = "/api/v1/clients";

    private static final String NEW_EXAMPLE = """
            {"name":"Delivery app","permissions":["orders:read"],"requestsPerMinute":600,"grantTypes":["authorization_code"],\
            "redirectUris":["https://delivery.example.com/callback"],\
            "postLogoutRedirectUris":["https://delivery.example.com/"],"profileScopes":["profile","phone"]}""";

    private static final String EXAMPLE = """
            {"client":{"id":"client-7mkq2x9w4phd","name":"Delivery app","permissions":["orders:read"],\
            "requestsPerMinute":600,"grantTypes":["authorization_code"],\
            "redirectUris":["https://delivery.example.com/callback"],\
            "postLogoutRedirectUris":["https://delivery.example.com/"],"profileScopes":["profile","phone"],"createdAt":"2026-11-22T09:00:00Z","lastUsedAt":null,"oldSecretUntil":null},\
            "secret":"agizo_cGxlYXNlLWRvLW5vdC11c2UtdGhpcy1vbmUtaXQtaXMtYQ"}""";

    private final ApiClients clients;
    private final ClientPages pages;
    private final Answers answers;
    private final IdempotentAnswers idempotent;
    private final MergePatch mergePatch;

    ClientController(
            ApiClients clients,
            ClientPages pages,
            Answers answers,
            IdempotentAnswers idempotent,
            MergePatch mergePatch) {
        this.clients = clients;
        this.pages = pages;
        this.answers = answers;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
    }

    @PostMapping
    @Needs(Permission.CLIENTS_MANAGE)
    @Refuses({ProblemType.CONFLICT, ProblemType.SECRET_SHOWN})
    @Operation(
            summary = "Make an API client",
            description =
                    "The answer holds its secret, which is never shown again: the shop keeps only a hash. So a repeat "
                            + "under an Idempotency-Key makes nothing and is answered with 409, and where the client is. Nobody "
                            + "gives a permission that they lack. A program that speaks for itself needs a name and permissions "
                            + "alone. One to which people sign in names its exact redirectUris: https, or http on localhost.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ApiClientDetails.class),
                            examples = @ExampleObject(NEW_EXAMPLE)))
    @Creates(value = ClientWithSecretBody.class, description = "Made", example = EXAMPLE)
    Answer create(Caller caller, @Nullable IdempotencyKey key, @RequestBody ApiClientDetails details) {
        return idempotent.onceShown(key, () -> shown(clients.create(caller, details)));
    }

    @GetMapping
    @Needs(Permission.CLIENTS_MANAGE)
    @Operation(summary = "List API clients", description = "Latest first, without their secrets.")
    Page<ClientBody> list(Caller caller, PageRequest request) {
        Page<ApiClientView> page = pages.page(caller, request);
        return page.with(page.items().stream().map(ClientBody::of).toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.CLIENTS_MANAGE)
    @Operation(summary = "Read an API client")
    ClientBody get(Caller caller, @PathVariable String id) {
        return ClientBody.of(clients.get(caller, id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Needs(Permission.CLIENTS_MANAGE)
    @Operation(
            summary = "Change an API client",
            description =
                    "A merge patch: what is left out stays. A permission that is taken away is gone at the client's "
                            + "next request. Whoever changes a client must hold every permission of it, before and after; no client changes itself. What people let it do ends where it has no redirectUris any more.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = "object", description = "Any fields of a new client"),
                            examples =
                                    @ExampleObject("{\"permissions\":[\"orders:read\"],\"requestsPerMinute\":null}")))
    ClientBody change(Caller caller, @PathVariable String id, IfMatch ifMatch, @RequestBody JsonNode patch) {
        return ClientBody.of(clients.change(
                caller, id, ifMatch.version(), details -> mergePatch.apply(details, patch, ApiClientDetails.class)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CLIENTS_MANAGE)
    @Operation(
            summary = "Revoke an API client",
            description =
                    "Ends it with all its tokens, at its next request. Whoever does so must hold every permission of the client.")
    void revoke(Caller caller, @PathVariable String id, IfMatch ifMatch) {
        clients.revoke(caller, id, ifMatch.version());
    }

    @PostMapping("/{id}/secrets")
    @Needs(Permission.CLIENTS_MANAGE)
    @Refuses(ProblemType.SECRET_SHOWN)
    @Operation(
            summary = "Give an API client a new secret",
            description =
                    "The old one stays good for the overlap, so that the program can be changed without a break; one "
                            + "before that ends at once. Tokens already given stay good for their hour. Whoever gets to see the "
                            + "secret must hold every permission of the client. The secret is shown once, as when a client is made.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SecretBody.class),
                            examples = @ExampleObject("{\"overlapHours\":24}")))
    @Creates(value = ClientWithSecretBody.class, description = "Replaced", example = EXAMPLE)
    Answer rotate(
            Caller caller,
            @PathVariable String id,
            IfMatch ifMatch,
            @Nullable IdempotencyKey key,
            @RequestBody SecretBody body) {
        return idempotent.onceShown(
                key,
                () -> shown(clients.rotate(caller, id, ifMatch.version(), SecretBody.overlap(body.overlapHours()))));
    }

    private Answer shown(ApiClients.WithSecret made) {
        return answers.created(
                ClientWithSecretBody.of(made), PATH + "/" + made.client().id());
    }
}
