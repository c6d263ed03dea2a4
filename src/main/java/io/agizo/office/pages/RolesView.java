package io.agizo.office.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roles that employees can have. */
public record RolesView(List<Row> roles, @Nullable String next) {

    public RolesView {
        roles = List.copyOf(roles);
    }

    /**
     * One of them.
     *
     * @param scopes what whoever has the role may do
     */
    public record Row(String name, List<String> scopes) {

        public Row {
            scopes = List.copyOf(scopes);
        }
    }
}
