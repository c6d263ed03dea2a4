package io.agizo.clients;

import io.agizo.identity.Permission;
import io.agizo.shared.InvalidInput.Fault;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
            faults.addAll(each(details.permissions(), "/permissions", ApiClientRules::permissionFault));
            faults.addAll(ClientPurposeRules.faults(ClientPurpose.of(details)));
        }
        faults.sort(Comparator.comparing(Fault::pointer));
        return faults;
    }

    /** What is wrong with elements of a list, each at its own pointer. */
    static List<Fault> each(List<String> values, String pointer, Function<String, @Nullable String> rule) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String fault = rule.apply(values.get(i));
            if (fault != null) {
                faults.add(new Fault(pointer + "/" + i, fault));
            }
        }
        return faults;
    }

    private static @Nullable String permissionFault(String scope) {
        return Permission.ofScope(scope).isEmpty() ? "is no permission" : null;
    }

    /** Turns {@code permissions[0].<list element>} into {@code /permissions/0}. */
    private static String pointer(String path) {
        return "/" + path.replaceAll("\\[([0-9]+)\\].*", "/$1");
    }
}
