package io.agizo.clients.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.api.MergePatch;
import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.clients.ApiClientDetails;
import io.agizo.clients.ApiClientView;
import io.agizo.clients.ApiClients;
import io.agizo.clients.ClientPages;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** API clients over GraphQL. */
@Controller
class ClientGraph {

    private final ApiClients clients;
    private final ClientPages pages;
    private final Mutations mutations;
    private final MergePatch mergePatch;
    private final JsonMapper json;

    ClientGraph(ApiClients clients, ClientPages pages, Mutations mutations, MergePatch mergePatch, JsonMapper json) {
        this.clients = clients;
        this.pages = pages;
        this.mutations = mutations;
        this.mergePatch = mergePatch;
        this.json = json;
    }

    record ClientCreated(ApiClientView client, String secret) implements MutationResult {}

    record ClientUpdated(ApiClientView client) implements MutationResult {}

    record ClientRotated(ApiClientView client, String secret) implements MutationResult {}

    record ClientRevoked(String id) implements MutationResult {}

    @QueryMapping
    ApiClientView client(Caller caller, @Argument String id) {
        return clients.get(caller, id);
    }

    @QueryMapping
    Connection<ApiClientView> clients(Caller caller, PageRequest page) {
        return Connection.of(pages.page(caller, page));
    }

    @MutationMapping
    MutationResult createClient(Caller caller, @Argument ApiClientDetails input, @Nullable IdempotencyKey key) {
        return mutations.onceShown(caller, Permission.CLIENTS_MANAGE, key, ClientCreated.class, () -> {
            ApiClients.WithSecret made = clients.create(caller, input);
            return new ClientCreated(made.client(), made.secret());
        });
    }

    @MutationMapping
    MutationResult updateClient(
            Caller caller,
            @Argument String id,
            @Argument Map<String, @Nullable Object> input,
            @Argument @Nullable Integer ifVersion) {
        JsonNode patch = json.valueToTree(input);
        return mutations.run(() -> new ClientUpdated(clients.change(
                caller, id, ifVersion, details -> mergePatch.apply(details, patch, ApiClientDetails.class))));
    }

    @MutationMapping
    MutationResult rotateClientSecret(
            Caller caller,
            @Argument String id,
            @Argument @Nullable Integer overlapHours,
            @Argument @Nullable Integer ifVersion,
            @Nullable IdempotencyKey key) {
        return mutations.onceShown(caller, Permission.CLIENTS_MANAGE, key, ClientRotated.class, () -> {
            ApiClients.WithSecret made = clients.rotate(caller, id, ifVersion, SecretBody.overlap(overlapHours));
            return new ClientRotated(made.client(), made.secret());
        });
    }

    @MutationMapping
    MutationResult revokeClient(Caller caller, @Argument String id, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            clients.revoke(caller, id, ifVersion);
            return new ClientRevoked(id);
        });
    }
}
