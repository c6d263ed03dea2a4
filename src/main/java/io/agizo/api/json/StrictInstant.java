package io.agizo.api.json;

import io.agizo.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads instants as the contract writes them, within the years that every part of the shop can hold. */
public final class StrictInstant extends StdScalarDeserializer<Instant> {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int LONGEST = 40;

    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        return read(
                parser.hasToken(JsonToken.VALUE_STRING) && parser.getStringLength() <= LONGEST
                        ? parser.getString()
                        : "");
    }

    /** Reads an instant as the contract writes one. */
    public static Instant read(String text) {
        if (text.length() <= LONGEST) {
            try {
                Instant instant = Instant.parse(text);
                if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                    return instant;
                }
            } catch (DateTimeException notAnInstant) {
                // Refused below in the same words as a time out of range.
            }
        }
        throw new InvalidInput("must be an instant such as 2026-11-22T09:00:00Z, from 1970 to 9999");
    }
}
