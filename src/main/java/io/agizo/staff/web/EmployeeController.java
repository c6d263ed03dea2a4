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
import io.agizo.staff.EmployeeDetails;
import io.agizo.staff.EmployeeId;
import io.agizo.staff.EmployeeView;
import io.agizo.staff.Employees;
import io.agizo.staff.InviteEmployee;
import io.agizo.staff.SuspendEmployee;
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

/** Employees over REST. */
@RestController
@RequestMapping(EmployeeController.PATH)
@Tag(name = "Employees", description = "Who works here, and what they may do.")
class EmployeeController {

    static final String PATH = "/api/v1/employees";

    private static final String NEW_EXAMPLE = """
            {"name":"Juma Mwangi","email":"juma@example.com","phone":"0711000003","permissions":["orders:read","orders:fulfil"]}""";

    private static final String EXAMPLE = """
            {"id":"019ab9c2-1c80-7000-8000-000000000003","name":"Juma Mwangi","email":"juma@example.com",\
            "phone":"+254711000003","role":null,"permissions":["orders:read","orders:fulfil"],"state":"invited",\
            "createdAt":"2026-11-22T09:00:00Z"}""";

    private final Employees employees;
    private final InviteEmployee invite;
    private final SuspendEmployee suspend;
    private final Answers answers;
    private final IdempotentAnswers idempotent;
    private final MergePatch mergePatch;

    EmployeeController(
            Employees employees,
            InviteEmployee invite,
            SuspendEmployee suspend,
            Answers answers,
            IdempotentAnswers idempotent,
            MergePatch mergePatch) {
        this.employees = employees;
        this.invite = invite;
        this.suspend = suspend;
        this.answers = answers;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
    }

    @PostMapping
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Operation(
            summary = "Invite an employee",
            description =
                    "Texts them a link that is good for 7 days and for one use; until they accept they may do nothing. Give `permissions` or a `role`, and nothing that you do not hold yourself: 403 names what you lack.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EmployeeDetails.class),
                            examples = @ExampleObject(NEW_EXAMPLE)))
    @Creates(value = EmployeeView.class, description = "Invited; the text is queued", example = EXAMPLE)
    Answer invite(Caller caller, @Nullable IdempotencyKey key, @RequestBody EmployeeDetails details) {
        return idempotent.once(key, () -> invited(invite.invite(caller, details)));
    }

    @GetMapping
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Operation(summary = "List employees", description = "Latest first, with those who are invited.")
    Page<EmployeeView> list(Caller caller, PageRequest page) {
        return employees.list(caller, page);
    }

    @GetMapping("/{id}")
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Operation(summary = "Read an employee")
    EmployeeView get(Caller caller, @PathVariable String id) {
        return employees.get(caller, EmployeeId.of(id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Refuses(ProblemType.CONFLICT)
    @Operation(
            summary = "Change an employee",
            description =
                    "A merge patch. `permissions` take the place of a role and a `role` that of permissions, at the employee's very next request. Both what they have and what they get must be yours as well. `name`, `email` and `phone` are theirs alone to change once they have accepted; another `phone` before that voids their link, and is texted one of its own. Only an owner makes, changes, suspends or removes an owner, never a program. The last owner stays one.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = "object", description = "Any fields of a new employee"),
                            examples = @ExampleObject("{\"role\":\"cashier\"}")))
    EmployeeView change(Caller caller, @PathVariable String id, IfMatch ifMatch, @RequestBody JsonNode patch) {
        return employees.change(
                caller,
                EmployeeId.of(id),
                ifMatch.version(),
                details -> mergePatch.apply(details, patch, EmployeeDetails.class));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Refuses(ProblemType.CONFLICT)
    @Operation(
            summary = "Remove an employee",
            description =
                    "They may do nothing from their very next request on; an invitation is taken back. The invitations that they sent end with them. Their account stays theirs, to shop with. The last owner stays.")
    void remove(Caller caller, @PathVariable String id, IfMatch ifMatch) {
        employees.remove(caller, EmployeeId.of(id), ifMatch.version());
    }

    @PostMapping("/{id}/invitation")
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Refuses(ProblemType.CONFLICT)
    @Operation(
            summary = "Invite an employee again",
            description = "Texts a new link; the one before is no good any more.")
    EmployeeView inviteAgain(Caller caller, @PathVariable String id) {
        return invite.again(caller, EmployeeId.of(id));
    }

    @PostMapping("/{id}/suspend")
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Refuses(ProblemType.CONFLICT)
    @Operation(
            summary = "Suspend an employee",
            description = "They may do nothing from their very next request on, until they are resumed.")
    EmployeeView suspend(Caller caller, @PathVariable String id, IfMatch ifMatch) {
        return suspend.suspend(caller, EmployeeId.of(id), ifMatch.version());
    }

    @PostMapping("/{id}/resume")
    @Needs(Permission.EMPLOYEES_MANAGE)
    @Refuses(ProblemType.CONFLICT)
    @Operation(summary = "Resume an employee", description = "They may do again what they could before.")
    EmployeeView resume(Caller caller, @PathVariable String id, IfMatch ifMatch) {
        return suspend.resume(caller, EmployeeId.of(id), ifMatch.version());
    }

    private Answer invited(EmployeeView employee) {
        return answers.created(employee, PATH + "/" + employee.id());
    }
}
