package io.agizo.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What products are listed under.
 *
 * @param nameSw what it is called to readers of Swahili, the first by the alphabet if its products say several; null for the same
 */
public record Category(String name, @Nullable String nameSw) {

    /** What it is called to a reader of the language. */
    public String nameIn(String language) {
        return nameSw != null && language.equals("sw") ? nameSw : name;
    }
}
