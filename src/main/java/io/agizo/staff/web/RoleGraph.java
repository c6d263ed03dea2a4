package io.agizo.staff.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.staff.Role;
import io.agizo.staff.RoleDetails;
import io.agizo.staff.Roles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Roles over GraphQL. */
@Controller
class RoleGraph {

    private final Roles roles;
    private final Mutations mutations;

    RoleGraph(Roles roles, Mutations mutations) {
        this.roles = roles;
        this.mutations = mutations;
    }

    record RoleCreated(Role role) implements MutationResult {}

    record RoleUpdated(Role role) implements MutationResult {}

    record RoleRemoved(String name) implements MutationResult {}

    @QueryMapping
    Role role(Caller caller, @Argument String name) {
        return roles.get(caller, name);
    }

    @QueryMapping
    Connection<Role> roles(Caller caller, PageRequest page) {
        return Connection.of(roles.list(caller, page));
    }

    @MutationMapping
    MutationResult createRole(Caller caller, @Argument RoleDetails input, @Nullable IdempotencyKey key) {
        return mutations.once(
                caller,
                Permission.EMPLOYEES_MANAGE,
                key,
                RoleCreated.class,
                () -> new RoleCreated(roles.create(caller, input)));
    }

    @MutationMapping
    MutationResult updateRole(
            Caller caller,
            @Argument String name,
            @Argument List<String> permissions,
            @Argument @Nullable Integer ifVersion) {
        return mutations.run(() ->
                new RoleUpdated(roles.change(caller, name, ifVersion, details -> new RoleDetails(name, permissions))));
    }

    @MutationMapping
    MutationResult removeRole(Caller caller, @Argument String name, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            roles.remove(caller, name, ifVersion);
            return new RoleRemoved(name);
        });
    }
}
