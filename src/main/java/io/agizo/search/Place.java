package io.agizo.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a list of the best matches goes on: matches of one kind are listed latest first. */
public record Place(Match match, UUID id) {

    /** The sort key of a cursor, as {@link #key} writes it; empty for one of another list. */
    public static Optional<Place> of(List<String> key) {
        try {
            return key.size() == 2
                    ? Optional.of(new Place(Match.valueOf(key.getFirst()), UUID.fromString(key.getLast())))
                    : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    public List<String> key() {
        return List.of(match.name(), id.toString());
    }
}
