package io.agizo.staff.web;

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
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.staff.Role;
import io.agizo.staff.RoleDetails;
import io.agizo.staff.Roles;
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

/** Roles over REST. */
@RestController
@RequestMapping(RoleController.PATH)
@Tag(name = "Roles", description = "Sets of permissions to give to employees.")
class RoleController {

    static final String PATH = "/api/v1/roles";

    private static final String EXAMPLE = """
            {"name":"night-shift","permissions":["orders:read","orders:fulfil"]}""";

    private final Roles roles;
    private final Answers answers;
    private final IdempotentAnswers idempotent;
    private final MergePatch mergePatch;

    RoleController(Roles roles, Answers answers, IdempotentAnswers idempotent, MergePatch mergePatch) {
        this.roles = roles;
        this.answers = answers;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
    }

    @PostMapping
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Refuses(ProblemType.CONFLICT)
    @Operation(
            summary = "Make a role",
            description = "With no permission that you do not hold yourself: 403 names what you lack.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(schema = @Schema(implementation = RoleDetails.class), examples = @ExampleObject(EXAMPLE)))
    @Creates(value = Role.class, description = "Made", example = EXAMPLE)
    Answer create(Caller caller, @Nullable IdempotencyKey key, @RequestBody RoleDetails details) {
        return idempotent.once(key, () -> created(roles.create(caller, details)));
    }

    @GetMapping
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Operation(summary = "List roles", description = "By name.")
    Page<Role> list(Caller caller, PageRequest page) {
        return roles.list(caller, page);
    }

    @GetMapping("/{name}")
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Operation(summary = "Read a role")
    Role get(Caller caller, @PathVariable String name) {
        return roles.get(caller, name);
    }

    @PatchMapping(
            path = "/{name}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Refuses(ProblemType.CONFLICT)
    @Operation(
            summary = "Change a role",
            description =
                    "A merge patch of `permissions`; it holds for all who have the role, at their very next request. Both what the role has and what it gets must be yours as well. The owner's stays as it is.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = "object", description = "The permissions from now on"),
                            examples = @ExampleObject("{\"permissions\":[\"orders:read\"]}")))
    Role change(Caller caller, @PathVariable String name, IfMatch ifMatch, @RequestBody JsonNode patch) {
        return roles.change(
                caller, name, ifMatch.version(), details -> mergePatch.apply(details, patch, RoleDetails.class));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Refuses(ProblemType.CONFLICT)
    @Operation(summary = "Remove a role", description = "One that no employee has; the owner's stays.")
    void remove(Caller caller, @PathVariable String name, IfMatch ifMatch) {
        roles.remove(caller, name, ifMatch.version());
    }

    private Answer created(Role role) {
        return answers.created(role, PATH + "/" + role.name());
    }
}
