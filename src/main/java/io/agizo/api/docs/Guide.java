package io.agizo.api.docs;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The API's description in the order in which people read it. */
public record Guide(List<Group> groups) {

    /** The operations on one kind of thing. */
    public record Group(String name, String description, List<Entry> entries) {

        public String anchor() {
            return name.toLowerCase(Locale.ROOT).replace(' ', '-');
        }
    }

    /**
     * One operation.
     *
     * @param curl the whole request as one types it
     * @param answer the body of the answer if all goes well, if it has one
     */
    public record Entry(
            String id,
            String method,
            String path,
            String summary,
            List<List<Run>> description,
            List<Parameter> parameters,
            String curl,
            @Nullable String answer,
            List<Outcome> outcomes) {}

    /** A stretch of text, in prose or in code. */
    public record Run(String text, boolean code) {}

    /** One parameter; {@code where} is {@code path}, {@code query} or {@code header}. */
    public record Parameter(String name, String where, String description, boolean required) {}

    /** A status the operation may answer with. */
    public record Outcome(int status, String description) {}
}
