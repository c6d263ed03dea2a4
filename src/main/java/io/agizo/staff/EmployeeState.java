package io.agizo.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether someone works here at present. */
public enum EmployeeState {

    /** Was sent a link, and has not accepted. */
    INVITED,

    /** May do what their role or their permissions say. */
    ACTIVE,

    /** May do nothing until they are resumed. */
    SUSPENDED;

    private final String word = name().toLowerCase(Locale.ROOT);

    static EmployeeState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String word() {
        return word;
    }
}
