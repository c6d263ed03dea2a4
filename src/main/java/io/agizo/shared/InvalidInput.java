package io.agizo.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Says which parts of an input cannot be accepted and what to send instead. */
public final class InvalidInput extends RuntimeException {

    /** One fault: a JSON pointer (RFC 6901) into the input, empty for the whole of it, and what to do about it. */
    public record Fault(String pointer, String message) {}

    private final transient List<Fault> faults;

    public InvalidInput(String message) {
        this("", message);
    }

    public InvalidInput(String pointer, String message) {
        this(List.of(new Fault(pointer, message)));
    }

    public InvalidInput(List<Fault> faults) {
        super(faults.getFirst().message(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** The refusal for which something failed; empty if it failed for another reason. */
    public static Optional<InvalidInput> behind(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof InvalidInput)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable((InvalidInput) cause);
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Reads a value and, where that is refused, puts the pointer of the place it stood at before each fault. */
    public static <T> T at(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.faults.stream()
                    .map(fault -> new Fault(pointer + fault.pointer(), fault.message()))
                    .toList());
        }
    }
}
