package io.agizo.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A stock keeping unit: the name a product goes by on shelves, labels and in files. */
public record Sku(@JsonValue String value) {

    public Sku {
        if (!CodeForm.fits(value)) {
            throw new InvalidInput(CodeForm.RULE);
        }
    }

    /** The SKU that the text is, if it is one. */
    public static Optional<Sku> ifValid(String text) {
        return CodeForm.fits(text) ? Optional.of(new Sku(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
