package io.agizo.office.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everyone who works here, or is invited to. */
public record EmployeesView(List<Row> employees, @Nullable String next) {

    public EmployeesView {
        employees = List.copyOf(employees);
    }

    /**
     * One of them.
     *
     * @param role null if what they may do was chosen one by one
     * @param state {@code invited}, {@code active} or {@code suspended}
     */
    public record Row(
            String id, String name, String phone, @Nullable String role, String state) {}
}
