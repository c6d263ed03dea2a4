package io.agizo.api.json;

import io.agizo.shared.InvalidInput;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a decimal from a JSON number or from a string that holds one, never one too large to calculate with. */
public final class StrictDecimal extends StdScalarDeserializer<BigDecimal> {

    /** Digits before and after the point: far more than any amount needs, few enough to write out. */
    private static final int MOST_DIGITS = 40;

    private static final int LONGEST = 100;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

    StrictDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        String text = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> parser.getString();
            default -> "";
        };
        return read(text);
    }

    /** Reads a decimal as JSON or a string in it writes one. */
    public static BigDecimal read(String text) {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            throw new InvalidInput("must be a decimal number, or a string that holds one");
        }
        BigDecimal decimal = new BigDecimal(text);
        // 1e999999999 is short to send but endless to write out, so the exponent counts as digits.
        if (decimal.scale() > MOST_DIGITS || decimal.precision() - decimal.scale() > MOST_DIGITS) {
            throw new InvalidInput("must have at most " + MOST_DIGITS + " digits before and after the point");
        }
        return decimal;
    }
}
