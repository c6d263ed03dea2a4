package io.agizo.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import io.agizo.shared.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether enough is left of a product, as those behind the counter judge it. */
public enum Availability {
    /** More than the product's low mark. */
    AVAILABLE,
    /** At the product's low mark or below it. */
    LOW,
    /** Nothing that could be ordered. */
    OUT;

    /** Reads the word of {@code ?availability=}; null if there is none. */
    public static @Nullable Availability of(@Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(values())
                        .filter(each -> each.word().equals(word))
                        .findAny()
                        .orElseThrow(() -> new InvalidInput("/availability", "must be one of available, low, out"));
    }

    static Availability of(int available, int lowAt) {
        if (available <= 0) {
            return OUT;
        }
        return available <= lowAt ? LOW : AVAILABLE;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
