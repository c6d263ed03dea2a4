package io.agizo.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import io.agizo.identity.Permission;
import java.util.List;
import java.util.Set;

/**
 * A named set of permissions to give to employees.
 *
 * @param permissions their scopes, in the order of {@link Permission}
 */
public record Role(
        String name, List<String> permissions, @JsonIgnore int version) implements Versioned {

    /** Whoever has this role may do everything; it cannot be changed. */
    public static final String OWNER = "owner";

    /** Every shop begins with these; people read of them in their own language. */
    public static final Set<String> READY_MADE = Set.of(OWNER, "manager", "cashier", "packer");
}
