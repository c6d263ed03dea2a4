package io.agizo.pages;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: what was typed into it, so that no correction costs the rest, and what is to be corrected.
 *
 * @param typed by field; never a password or a code, which are not sent back
 * @param faults by field, in the order they were found; the one of {@code ""} is about the form as a whole
 */
public record Form(Map<String, String> typed, Map<String, Message> faults) {

    /** The sentence about what a use case found wrong; what exactly, it says in English. */
    public static final String FAULT = "form.fault";

    public Form {
        typed = Map.copyOf(typed);
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    public static Form blank() {
        return of(Map.of());
    }

    public static Form of(Map<String, String> typed) {
        return new Form(typed, Map.of());
    }

    /** The same in the words of the key. */
    public Form refused(String field, String key, String... arguments) {
        return refused(field, Message.of(key, arguments));
    }

    /** The form with everything that a use case found wrong with its input; one of a list is said of the whole list. */
    public Form refused(InvalidInput invalid) {
        Form refused = this;
        for (Fault fault : invalid.faults()) {
            String field = fault.pointer().isEmpty() ? "" : fault.pointer().split("/", -1)[1];
            refused = refused.refused(field, Message.of(FAULT, fault.message()));
        }
        return refused;
    }

    public boolean isRefused() {
        return !faults.isEmpty();
    }

    /** What was typed into the field, or nothing. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public @Nullable Message fault(String field) {
        return faults.get(field);
    }

    /** The form with one more thing to correct; the first that is said about a field stays. */
    public Form refused(String field, Message message) {
        Map<String, Message> more = new LinkedHashMap<>(faults);
        more.putIfAbsent(field, message);
        return new Form(typed, more);
    }
}
