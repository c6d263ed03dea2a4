package io.agizo.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.NotFound;
import java.util.UUID;

/** Names someone who works here, or is invited to. It is not the id of their account, which they may not have yet. */
public record EmployeeId(@JsonValue UUID value) {

    /** Reads an id as a caller wrote it; there is nobody of any other text. */
    public static EmployeeId of(String text) {
        try {
            return new EmployeeId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new NotFound("No employee has such an id.");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
