package io.agizo.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Calls the cases of a sealed type by words, such as {@code out-of-stock}, so that figures name each from the start. */
public final class TypeWord {

    private TypeWord() {}

    public static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** All that the type can be in the end. */
    public static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TypeWord::cases)
                : Stream.of(type);
    }
}
