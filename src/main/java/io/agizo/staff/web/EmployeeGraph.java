package io.agizo.staff.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.api.MergePatch;
import io.agizo.api.PageRequest;
import io.agizo.api.graphql.Connection;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.staff.EmployeeDetails;
import io.agizo.staff.EmployeeId;
import io.agizo.staff.EmployeeView;
import io.agizo.staff.Employees;
import io.agizo.staff.InviteEmployee;
import io.agizo.staff.SuspendEmployee;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Employees over GraphQL. */
@Controller
class EmployeeGraph {

    private final Employees employees;
    private final InviteEmployee invite;
    private final SuspendEmployee suspend;
    private final Mutations mutations;
    private final MergePatch mergePatch;
    private final JsonMapper json;

    EmployeeGraph(
            Employees employees,
            InviteEmployee invite,
            SuspendEmployee suspend,
            Mutations mutations,
            MergePatch mergePatch,
            JsonMapper json) {
        this.employees = employees;
        this.invite = invite;
        this.suspend = suspend;
        this.mutations = mutations;
        this.mergePatch = mergePatch;
        this.json = json;
    }

    record EmployeeInvited(EmployeeView employee) implements MutationResult {}

    record EmployeeUpdated(EmployeeView employee) implements MutationResult {}

    record EmployeeRemoved(String id) implements MutationResult {}

    @QueryMapping
    EmployeeView employee(Caller caller, @Argument String id) {
        return employees.get(caller, EmployeeId.of(id));
    }

    @QueryMapping
    Connection<EmployeeView> employees(Caller caller, PageRequest page) {
        return Connection.of(employees.list(caller, page));
    }

    @MutationMapping
    MutationResult inviteEmployee(Caller caller, @Argument EmployeeDetails input, @Nullable IdempotencyKey key) {
        return mutations.once(
                caller,
                Permission.EMPLOYEES_MANAGE,
                key,
                EmployeeInvited.class,
                () -> new EmployeeInvited(invite.invite(caller, input)));
    }

    @MutationMapping
    MutationResult inviteEmployeeAgain(Caller caller, @Argument String id) {
        return mutations.run(() -> new EmployeeInvited(invite.again(caller, EmployeeId.of(id))));
    }

    @MutationMapping
    MutationResult updateEmployee(
            Caller caller,
            @Argument String id,
            @Argument Map<String, @Nullable Object> input,
            @Argument @Nullable Integer ifVersion) {
        JsonNode patch = json.valueToTree(input);
        return mutations.run(() -> new EmployeeUpdated(employees.change(
                caller,
                EmployeeId.of(id),
                ifVersion,
                details -> mergePatch.apply(details, patch, EmployeeDetails.class))));
    }

    @MutationMapping
    MutationResult suspendEmployee(Caller caller, @Argument String id, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> new EmployeeUpdated(suspend.suspend(caller, EmployeeId.of(id), ifVersion)));
    }

    @MutationMapping
    MutationResult resumeEmployee(Caller caller, @Argument String id, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> new EmployeeUpdated(suspend.resume(caller, EmployeeId.of(id), ifVersion)));
    }

    @MutationMapping
    MutationResult removeEmployee(Caller caller, @Argument String id, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            employees.remove(caller, EmployeeId.of(id), ifVersion);
            return new EmployeeRemoved(id);
        });
    }

    @SchemaMapping(typeName = "Employee")
    String id(EmployeeView employee) {
        return employee.id().toString();
    }
}
