package io.agizo.office.pages;

import io.agizo.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An employee to add or to change.
 *
 * @param id null for one to add
 * @param version which the change is made for
 * @param state {@code invited}, {@code active} or {@code suspended}; nothing for one to add
 * @param changeable whether the reader holds all that the employee may do, and so may change it
 * @param heir whether the reader could hand the shop over to them
 * @param roles the names of those that the reader can give
 * @param role the one that is chosen; null if it is one by one
 */
public record EmployeeFormView(
        @Nullable String id,
        int version,
        String name,
        String state,
        boolean changeable,
        boolean heir,
        List<String> roles,
        @Nullable String role,
        List<Choice> permissions,
        Form form) {

    public EmployeeFormView {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }
}
