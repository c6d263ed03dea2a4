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
     * For each of the searched words the lists of the words that it is part of, merged; one after the other, for one may
     * soon meet what is far along another.
     *
     * @param lists the rarest first, each of at most {@link #MOST_LISTS} words
     * @param whole whether there are so few products in the rarest that all of them are looked at
     */
    record AlongWords(List<List<String>> lists, boolean whole) implements SearchRoad {

        /** Each is a read of its own; what is part of more words is in so many products that the list soon meets them. */
        static final int MOST_LISTS = 16;

        /** A fourth word narrows so much that three lists are enough to try. */
        static final int MOST_WORDS = 3;
    }
}
