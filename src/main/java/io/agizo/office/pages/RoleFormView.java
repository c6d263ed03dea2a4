package io.agizo.office.pages;

import io.agizo.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role to add or to change.
 *
 * @param name null for a new one
 * @param version which the change is made for
 * @param changeable whether the reader holds all of it, and it is not the owner's
 */
public record RoleFormView(
        @Nullable String name, int version, boolean changeable, List<Choice> permissions, Form form) {

    public RoleFormView {
        permissions = List.copyOf(permissions);
    }
}
