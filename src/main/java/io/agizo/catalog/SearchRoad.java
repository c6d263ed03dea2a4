package io.agizo.catalog;

import java.util.List;

/** Where a search for products reads along, in the order of the list, so as to meet soon or soon be through. */
sealed interface SearchRoad {

    /** Nowhere: no product holds one of the words. */
    record Nowhere() implements SearchRoad {}

    /** The list itself, or its category, for a while: nothing is known of the words but what a trigram index can find. */
    record AlongTheList() implements SearchRoad {}

    /** All of the category, which holds few products. */
    record ThroughTheCategory() implements SearchRoad {}

    /**
     * The lists of those words that one of the searched words is part of, merged.
     *
     * @param words at most {@link #MOST_WORDS}
     * @param whole whether there are so few products in them that all are looked at
     */
    record AlongWords(List<String> words, boolean whole) implements SearchRoad {

        /** Each is a read of its own; what is part of more words is in so many products that the list soon meets them. */
        static final int MOST_WORDS = 16;

        /** So many products of these lists are looked at one by one: 3 ms. */
        static final int AHEAD = 2_000;
    }
}
