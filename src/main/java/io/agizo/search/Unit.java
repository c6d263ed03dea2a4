package io.agizo.search;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be found of a search as one: a word, two that may be written as one, or the groups of a number. As conditions of a
 * {@code tsquery} on what {@code search_vector} makes of a row.
 *
 * @param word the one that tells how common it is
 * @param like other words that will do
 */
record Unit(String whole, String begun, String near, String word, List<String> like) {

    /** A part of a code is searched for from this length on; anything shorter has to begin a word. */
    private static final int SHORTEST_PART = 3;

    static Unit of(TypedWord typed) {
        String word = typed.word();
        String begun = any(beginning(word), beginning("." + word), partOfCode(word));
        return new Unit(
                any(lexeme(word), lexeme("." + word)),
                begun,
                any(begun, any(typed.like().stream().map(Unit::lexeme).toArray(String[]::new))),
                word,
                typed.like());
    }

    /** Two words of which rows have the one that they make together. A number and its unit are always one. */
    static Unit ofPair(TypedWord first, TypedWord second) {
        Unit joined = of(new TypedWord(first.word() + second.word()));
        if (first.isNumber()) {
            return joined;
        }
        Unit one = of(first);
        Unit other = of(second);
        return new Unit(
                any(all(one.whole, other.whole), joined.whole),
                any(all(one.begun, other.begun), joined.begun),
                any(all(one.near, other.near), joined.begun),
                first.word(),
                Stream.concat(first.like().stream(), Stream.of(joined.word)).toList());
    }

    /** Numbers that may be the groups of a longer one. */
    static Unit ofGroups(List<TypedWord> groups) {
        List<Unit> units = groups.stream().map(Unit::of).toList();
        String begun = any(
                all(units.stream().map(Unit::begun).toArray(String[]::new)),
                partOfCode(groups.stream().map(TypedWord::word).collect(Collectors.joining())));
        return new Unit(
                all(units.stream().map(Unit::whole).toArray(String[]::new)),
                begun,
                begun,
                groups.getFirst().word(),
                List.of());
    }

    /** Any part of a code begins one of its ends; of a number also without the zeros that its country dials before it. */
    static String partOfCode(String part) {
        return Stream.of(part, withoutZeros(part))
                .distinct()
                .filter(text -> text.length() >= SHORTEST_PART)
                .map(text -> beginning("#" + text))
                .collect(Collectors.joining(" | "));
    }

    static String withoutZeros(String number) {
        String without = number.replaceFirst("^0+", "");
        return without.chars().allMatch(character -> character >= '0' && character <= '9') ? without : number;
    }

    static String all(String... conditions) {
        return joined(" & ", conditions);
    }

    static String any(String... conditions) {
        return joined(" | ", conditions);
    }

    private static String joined(String operator, String... conditions) {
        String joined = Stream.of(conditions)
                .filter(condition -> !Objects.requireNonNull(condition).isEmpty())
                .collect(Collectors.joining(operator));
        return joined.isEmpty() ? "" : "(" + joined + ")";
    }

    static String lexeme(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String beginning(String text) {
        return lexeme(text) + ":*";
    }
}
