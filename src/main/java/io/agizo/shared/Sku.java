package io.agizo.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A stock keeping unit: the name a product goes by on shelves, labels and in files. */
public record Sku(@JsonValue String value) implements Comparable<Sku> {

    public static final String PATTERN = "^[A-Za-z0-9._-]{1,40}$";
    public static final String RULE = "must be 1 to 40 letters, digits, '-', '_' or '.'";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    public Sku {
        if (!COMPILED.matcher(value).matches()) {
            throw new InvalidInput(RULE);
        }
    }

    /** The SKU that the text is, if it is one. */
    public static Optional<Sku> ifValid(String text) {
        return COMPILED.matcher(text).matches() ? Optional.of(new Sku(text)) : Optional.empty();
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
