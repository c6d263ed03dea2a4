package io.agizo.api.json;

import io.agizo.shared.InvalidInput;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads strings and only strings, and of those only what a database and every screen can hold. */
public final class StrictText extends StdScalarDeserializer<String> {

    StrictText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new InvalidInput("must be a string");
        }
        return read(parser.getString());
    }

    /** The text itself, once it is looked through. */
    public static String read(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (character == 0 || Character.getType(character) == Character.SURROGATE) {
                throw new InvalidInput("must not hold NUL characters or halves of surrogate pairs");
            }
        }
        return text;
    }
}
