package io.agizo.api.json;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what Jackson says of a document that it could parse but not bind into faults that point at their place. */
public final class JsonFaults {

    /** Jackson's own words for a second document after the first, which is a fault of the text, not of its meaning. */
    private static final String TRAILING = "Trailing token";

    private JsonFaults() {}

    /** The faults of a document that is JSON but not what was asked for; empty if it is not JSON at all. */
    public static Optional<InvalidInput> of(JacksonException e) {
        boolean bindable = e instanceof DatabindException || e instanceof InputCoercionException;
        if (!bindable || e.getOriginalMessage().startsWith(TRAILING)) {
            return Optional.empty();
        }
        String pointer = pointer(e.getPath());
        return Optional.of(InvalidInput.behind(e)
                .map(refused -> new InvalidInput(refused.faults().stream()
                        .map(fault -> new Fault(pointer + fault.pointer(), fault.message()))
                        .toList()))
                .orElseGet(() -> new InvalidInput(pointer, message(e))));
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String message(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "is not a field here; the fields are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", "));
            case MismatchedInputException mismatch -> "must be " + expected(mismatch.getTargetType());
            case InputCoercionException coercion -> "must be " + expected(coercion.getTargetType());
            default -> "is not valid here";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == int.class || type == Integer.class) {
            return "a whole number of at most " + Integer.MAX_VALUE;
        } else if (type == long.class || type == Long.class) {
            return "a whole number of at most " + Long.MAX_VALUE;
        } else if (type == BigDecimal.class) {
            return "a decimal number, or a string that holds one";
        } else if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        } else if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        } else if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() ? "an object" : "of another form";
    }
}
