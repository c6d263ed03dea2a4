package io.agizo.office.pages.front;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for the words in the palette, by kind.
 *
 * @param words in small letters, by which places are picked once they are said
 */
public record FoundView(String words, List<Group> groups) {

    /**
     * Finds of one kind.
     *
     * @param kind by which its heading is found
     */
    public record Group(String kind, String icon, List<Find> finds) {}

    /**
     * One find, and where it leads.
     *
     * @param label what it is called; null for a place of the office, which its name says
     * @param name of a place, by which its words are found
     */
    public record Find(
            String href,
            @Nullable String label,
            @Nullable String detail,
            @Nullable String name) {

        static Find of(String href, String label, @Nullable String detail) {
            return new Find(href, label, detail, null);
        }

        static Find place(String href, String name) {
            return new Find(href, null, null, name);
        }
    }
}
