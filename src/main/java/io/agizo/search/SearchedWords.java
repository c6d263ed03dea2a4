package io.agizo.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a search means, as conditions of a {@code tsquery} on what {@code search_vector} makes of a row, all of them to be met. */
public final class SearchedWords {

    /** So many rows are looked up, ranked and sorted in the time that a page takes; what more have is read along a list. */
    private static final int FEW = 2_000;

    /** So far a list is read along, in the same time. */
    public static final int FAR = 2_000;

    private static final int SHORTEST_PART = 3;

    /** A shorter end of a telephone number could be anyone's. */
    private static final int SHORTEST_NUMBER = 7;

    private final List<Unit> units;
    private final String code;
    private final boolean grouped;
    private final @Nullable String label;
    private final Shares shares;

    private SearchedWords(List<Unit> units, String code, boolean grouped, @Nullable String label, Shares shares) {
        this.units = units;
        this.code = code;
        this.grouped = grouped;
        this.label = label;
        this.shares = shares;
    }

    static SearchedWords of(List<TypedWord> typed, Shares shares) {
        String code = typed.stream().map(TypedWord::word).collect(Collectors.joining());
        return new SearchedWords(units(typed), code, typed.size() > 1, null, shares);
    }

    private static List<Unit> units(List<TypedWord> typed) {
        List<Unit> units = new ArrayList<>();
        int at = 0;
        while (at < typed.size()) {
            int end = at + 1;
            if (typed.get(at).joins()) {
                end = at + 2;
                units.add(Unit.ofPair(typed.get(at), typed.get(at + 1)));
            } else {
                while (end < typed.size() && isGroup(typed.get(end - 1)) && isGroup(typed.get(end))) {
                    end++;
                }
                units.add(end == at + 1 ? Unit.of(typed.get(at)) : Unit.ofGroups(typed.subList(at, end)));
            }
            at = end;
        }
        return units;
    }

    private static boolean isGroup(TypedWord typed) {
        return typed.isNumber() && !typed.joins();
    }

    /** The same, of rows with the label only; of any if it is null. */
    public SearchedWords labelled(@Nullable String only) {
        return new SearchedWords(units, code, grouped, only, shares);
    }

    /** Whether nothing is meant, since only signs were typed. */
    public boolean none() {
        return units.isEmpty();
    }

    /** Finds all rows that match at least so well. */
    public String query(Match match) {
        String found = switch (match) {
            case ITSELF -> itself();
            case WHOLE -> Unit.any(all(match), itself());
            case BEGUN, NEAR -> Unit.any(all(match), itself(), inAnyGrouping());
        };
        return label == null ? found : Unit.all(found, Unit.lexeme("@" + label));
    }

    /** Finds the rows that match so well and no better. */
    public String only(Match match) {
        return match == Match.ITSELF ? query(match) : Unit.all(query(match), "!" + query(Match.of(match.rank() - 1)));
    }

    /** The least match that few rows are likely to reach, so that these can be looked up and ranked at once. */
    public Match few() {
        return Arrays.stream(Match.values())
                .takeWhile(match -> !common(match))
                .reduce(Match.ITSELF, (better, match) -> match);
    }

    /** Whether so many rows are likely to match so well that a list soon comes across a page of them. */
    public boolean common(Match match) {
        return match != Match.ITSELF && shares.rows(units, label, match) > FEW;
    }

    private String all(Match match) {
        return Unit.all(units.stream()
                .map(unit -> switch (match) {
                    case ITSELF, WHOLE -> unit.whole();
                    case BEGUN -> unit.begun();
                    case NEAR -> unit.near();
                })
                .toArray(String[]::new));
    }

    /** The code or the number, as it is kept or as it is dialled in its country. */
    private String itself() {
        String number = Unit.withoutZeros(code);
        boolean dialled = number.length() >= SHORTEST_NUMBER && !number.equals(code);
        return Unit.any(Unit.lexeme("=" + code), dialled ? Unit.lexeme("#" + number) : "");
    }

    /** All words together as part of a code, however they were set apart. */
    private String inAnyGrouping() {
        boolean mayBeCode = grouped
                && code.length() >= SHORTEST_PART
                && code.chars().anyMatch(character -> character >= '0' && character <= '9');
        return mayBeCode ? Unit.partOfCode(code) : "";
    }
}
