package io.agizo.office.pages.order;

import io.agizo.orders.LineUnits;
import io.agizo.shared.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how many units of which line somebody typed: the fields {@code quantity.1}, {@code quantity.2}… */
final class TypedUnits {

    static final String FIELD = "quantity.";

    private TypedUnits() {}

    /** Null if there is no such field: then all are meant. A line left empty or at nought is not among them. */
    static @Nullable List<LineUnits> of(Map<String, String> fields) {
        Map<Integer, String> typed = byLine(fields);
        if (typed.isEmpty()) {
            return null;
        }
        List<LineUnits> units = new ArrayList<>();
        typed.forEach((line, text) -> {
            int number = number(text, FIELD + line);
            if (number != 0) {
                units.add(new LineUnits(line, number));
            }
        });
        if (units.isEmpty()) {
            throw new InvalidInput("/lines", "must say how many of at least one line");
        }
        return units;
    }

    static Map<Integer, String> byLine(Map<String, String> fields) {
        Map<Integer, String> typed = new LinkedHashMap<>();
        fields.forEach((field, text) -> {
            if (field.matches(FIELD.replace(".", "\\.") + "\\d{1,4}")) {
                typed.put(Integer.valueOf(field.substring(FIELD.length())), text.strip());
            }
        });
        return typed;
    }

    static int number(String text, String field) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput("/" + field, "must be a whole number");
        }
    }
}
