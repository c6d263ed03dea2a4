package io.agizo.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a product and its category are called, and how it is described, in the languages of the shop's pages, beside its own words, which are in whatever
 * language the shop writes.
 *
 * @param sw to readers of Swahili; null for the product's own words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Translations(@Nullable @Valid Wording sw) {

    public static final Translations NONE = new Translations(null);

    private static final String SWAHILI = "sw";

    public Translations {
        sw = sw == null || sw.isNone() ? null : sw;
    }

    /** Those into Swahili, as a table or a form has them. */
    public static Translations swahili(@Nullable String name, @Nullable String description) {
        return swahili(name, description, null);
    }

    /** The same with that of the category. */
    public static Translations swahili(@Nullable String name, @Nullable String description, @Nullable String category) {
        return new Translations(new Wording(name, description, category));
    }

    /** Whether goods can have words of their own for readers of the language. */
    public static boolean areKeptIn(String language) {
        return language.equals(SWAHILI);
    }

    /** The wording for readers of a language; one that says nothing if the product's own words are all there are. */
    public Wording in(String language) {
        return areKeptIn(language) ? Objects.requireNonNullElse(sw, Wording.NONE) : Wording.NONE;
    }

    /** These, and those of another where these say nothing. */
    Translations over(Translations other) {
        return new Translations(in(SWAHILI).over(other.in(SWAHILI)));
    }
}
