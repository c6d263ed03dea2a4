package io.agizo.api;

import org.jspecify.annotations.Nullable;

/**
 * A whole HTTP answer as it goes out, so that it can be kept and given again byte for byte.
 *
 * @param contentType {@code application/json} or {@code application/problem+json}
 * @param location the path of what was created, if anything was
 * @param etag the entity tag of the representation, quoted, if it has one
 * @param retryAfterSeconds when to try again, if that helps; never kept
 * @param replayed whether an earlier request got this answer first
 */
public record Answer(
        int status,
        String contentType,
        @Nullable String location,
        @Nullable String etag,
        String body,
        @Nullable Integer retryAfterSeconds,
        boolean replayed) {

    public Answer(int status, String contentType, @Nullable String location, @Nullable String etag, String body) {
        this(status, contentType, location, etag, body, null, false);
    }

    /** The same answer, marked as given before. */
    public Answer again() {
        return new Answer(status, contentType, location, etag, body, retryAfterSeconds, true);
    }
}
