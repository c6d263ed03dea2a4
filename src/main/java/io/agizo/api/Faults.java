package io.agizo.api;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.regex.Pattern;

/** Points with JSON pointers at what validation names by property paths. */
public final class Faults {

    private static final Pattern BETWEEN_STEPS = Pattern.compile("\\]\\.|[\\[.]");
    private static final Pattern NO_STEP = Pattern.compile("\\]|/<[^>]*>");

    private Faults() {}

    /** The value, if all that is said about its parts holds; otherwise refuses it with every fault. */
    public static <T> T check(Validator validator, T value) {
        List<Fault> faults = validator.validate(value).stream().map(Faults::of).toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return value;
    }

    public static Fault of(ConstraintViolation<?> violation) {
        return new Fault(pointer(violation.getPropertyPath().toString()), violation.getMessage());
    }

    /** Turns a property path, such as {@code lines[0].quantity}, into {@code /lines/0/quantity}. */
    public static String pointer(String path) {
        if (path.isEmpty()) {
            return "";
        }
        return NO_STEP.matcher("/" + BETWEEN_STEPS.matcher(path).replaceAll("/"))
                .replaceAll("");
    }
}
