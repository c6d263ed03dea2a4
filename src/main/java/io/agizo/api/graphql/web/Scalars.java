package io.agizo.api.graphql.web;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.agizo.api.json.StrictDecimal;
import io.agizo.api.json.StrictInstant;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.TimeSpan;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scalars that the contract's values travel as, read by the rules of its JSON. */
final class Scalars {

    static final GraphQLScalarType MONEY = scalar("Money", StrictDecimal::read, Scalars::plain);

    static final GraphQLScalarType TIME = scalar("Time", Scalars::time, Object::toString);

    private Scalars() {}

    /** Lists may be asked for days; where a day is no answer, there is no way to make an instant of it. */
    private static Temporal time(String text) {
        return TimeSpan.day(text).map(Temporal.class::cast).orElseGet(() -> StrictInstant.read(text));
    }

    private static String plain(Object amount) {
        return amount instanceof Money money ? money.plain() : ((BigDecimal) amount).toPlainString();
    }

    private static <T> GraphQLScalarType scalar(
            String name, Function<String, T> reading, Function<Object, String> writing) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Text<>(reading, writing))
                .build();
    }

    /** A value that is written as a string, and read from one or from a number that stands for one. */
    private record Text<T>(Function<String, T> reading, Function<Object, String> writing)
            implements Coercing<T, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return writing.apply(value);
        }

        @Override
        public T parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String || input instanceof Number) {
                try {
                    return reading.apply(input.toString());
                } catch (InvalidInput invalid) {
                    throw new CoercingParseValueException(message(invalid));
                }
            }
            throw new CoercingParseValueException(message(refusal()));
        }

        @Override
        public T parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return reading.apply(text(literal));
            } catch (InvalidInput invalid) {
                throw new CoercingParseLiteralException(message(invalid));
            }
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input.toString());
        }

        private static String text(Value<?> literal) {
            @Nullable Object value = switch (literal) {
                case StringValue text -> text.getValue();
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                default -> null;
            };
            if (value == null) {
                throw refusal();
            }
            return value.toString();
        }

        private static InvalidInput refusal() {
            return new InvalidInput("must be a string");
        }

        private static String message(InvalidInput invalid) {
            return invalid.faults().getFirst().message();
        }
    }
}
