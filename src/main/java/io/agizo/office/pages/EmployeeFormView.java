package io.agizo.office.pages;

import io.agizo.api.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An employee to add or to change.
 *
 * @param id null for one to add
 * @param state {@code invited}, {@code active} or {@code suspended}; nothing for one to add
 * @param roles the names of all roles
 * @param role the one that is chosen; null if it is one by one
 */
public record EmployeeFormView(
        @Nullable String id,
        String name,
        String state,
        List<String> roles,
        @Nullable String role,
        List<Choice> permissions,
        Form form) {

    public EmployeeFormView {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }
}
