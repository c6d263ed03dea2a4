package io.agizo.api;

import io.agizo.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The opaque text under which a list goes on: the sort key of the last item, in URL-safe Base64. */
public final class Cursor {

    private static final int LONGEST = 1000;
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    public static String of(List<String> sortKey) {
        byte[] bytes = String.join(SEPARATOR, sortKey).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static List<String> read(String cursor) {
        if (cursor.length() <= LONGEST) {
            try {
                String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (key.indexOf('\0') < 0) {
                    return List.of(key.split(SEPARATOR, -1));
                }
            } catch (IllegalArgumentException notBase64) {
                // Refused below like any other text that no list handed out.
            }
        }
        throw refused();
    }

    /** For a store that finds another sort key in a cursor than the one it writes. */
    public static InvalidInput refused() {
        return new InvalidInput("/cursor", "is not a cursor of this list; leave it out to start from the first page");
    }
}
