package io.agizo.staff;

import io.agizo.shared.PlainText;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What someone says about a role, before it is checked. */
public record RoleDetails(
        @Nullable @Pattern(regexp = NAME, message = NAME_RULE) String name,

        @Nullable List<String> permissions) {

    static final String NAME = "^[a-z][a-z0-9-]{0,39}$";
    static final String NAME_RULE = "must be 1 to 40 small letters, digits or '-', and begin with a letter";

    public RoleDetails {
        name = PlainText.tidy(name);
        permissions = permissions == null ? null : List.copyOf(permissions);
    }
}
