package io.agizo.identity;

import io.agizo.shared.InvalidInput.Fault;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tells all that is wrong with what is said about an API client. */
final class ApiClientRules {

    private ApiClientRules() {}

    static List<Fault> faults(Validator validator, ApiClientDetails details) {
        List<Fault> faults = new ArrayList<>();
        validator
                .validate(details)
                .forEach(violation ->
                        faults.add(new Fault(pointer(violation.getPropertyPath().toString()), violation.getMessage())));
        if (details.permissions() == null) {
            faults.add(new Fault("/permissions", "must be given"));
        } else if (faults.isEmpty()) {
            faults.addAll(unknown(details.permissions()));
        }
        faults.sort(Comparator.comparing(Fault::pointer));
        return faults;
    }

    private static List<Fault> unknown(List<String> permissions) {
        return IntStream.range(0, permissions.size())
                .filter(i -> Permission.ofScope(permissions.get(i)).isEmpty())
                .mapToObj(i -> new Fault("/permissions/" + i, "is no permission"))
                .toList();
    }

    /** Turns {@code permissions[0].<list element>} into {@code /permissions/0}. */
    private static String pointer(String path) {
        return "/" + path.replaceAll("\\[([0-9]+)\\].*", "/$1");
    }
}
