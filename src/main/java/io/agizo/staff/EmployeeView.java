package io.agizo.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.accounts.AccountId;
import io.agizo.api.Versioned;
import io.agizo.identity.Permission;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works here, or is invited to.
 *
 * @param account null until they accept
 * @param phone where the invitation went; from its acceptance on the phone of their account, if it has one
 * @param role whose permissions they have; null if they are given one by one
 * @param permissions what they may do while they are active, in the order of {@link Permission}
 */
public record EmployeeView(
        EmployeeId id,
        @JsonIgnore @Nullable AccountId account,
        String name,
        @Nullable String email,
        @Nullable PhoneNumber phone,
        @Nullable String role,
        List<String> permissions,
        EmployeeState state,
        Instant createdAt,
        @JsonIgnore int version)
        implements Versioned {

    boolean isOwner() {
        return Role.OWNER.equals(role);
    }

    /** The same person with another role, or permissions of their own. */
    EmployeeView allowed(@Nullable String otherRole, List<String> others) {
        return new EmployeeView(id, account, name, email, phone, otherRole, others, state, createdAt, version);
    }

    EmployeeView called(String otherName, @Nullable String otherEmail, PhoneNumber otherPhone) {
        return new EmployeeView(
                id, account, otherName, otherEmail, otherPhone, role, permissions, state, createdAt, version);
    }

    EmployeeView in(EmployeeState other) {
        return new EmployeeView(id, account, name, email, phone, role, permissions, other, createdAt, version);
    }

    EmployeeView at(int otherVersion) {
        return new EmployeeView(id, account, name, email, phone, role, permissions, state, createdAt, otherVersion);
    }
}
