package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues tell each other about an order; no customer ever reads it.
 *
 * @param note empty where there is none
 * @param by who wrote it last; null where nobody has
 * @param version zero before the first
 */
public record PrivateNote(
        String note,
        @Nullable String by,
        @Nullable Instant at,
        @JsonIgnore int version) implements Versioned {

    /** Room for a page of remarks; what is longer belongs in a document. */
    public static final int LONGEST = 4000;

    static final PrivateNote NONE = new PrivateNote("", null, null, 0);

    PrivateNote signedAs(String shown) {
        return new PrivateNote(note, shown, at, version);
    }
}
