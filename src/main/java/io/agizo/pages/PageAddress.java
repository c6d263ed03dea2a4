package io.agizo.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The question of a page's address, and those that lead from it: without a path, so they lead to the same page. A list goes
 * on by cursors, which only lead forwards; the trail of those that led here leads back.
 */
final class PageAddress {

    private static final String CURSOR = "cursor";
    private static final String TRAIL = "back";
    private static final String FIRST = "-";
    private static final String BETWEEN = ",";

    /** Longer addresses are refused by some proxies; whoever came so far goes back that far, and then to the beginning. */
    private static final int LONGEST_TRAIL = 2_000;

    private final String query;

    PageAddress(@Nullable String query) {
        this.query = query == null ? "" : query;
    }

    String with(String parameter, @Nullable Object value) {
        UriComponentsBuilder changed = builder();
        if (value == null) {
            changed.replaceQueryParam(parameter);
        } else {
            changed.replaceQueryParam(parameter, UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        }
        String address = changed.build().toUriString();
        return address.isEmpty() ? "?" : address;
    }

    PageAddress first() {
        return new PageAddress(builder()
                .replaceQueryParam(CURSOR)
                .replaceQueryParam(TRAIL)
                .build()
                .getQuery());
    }

    String next(String cursor) {
        List<String> trail = trail();
        trail.add(cursor().isEmpty() ? FIRST : cursor());
        return at(cursor, trail);
    }

    @Nullable String previous() {
        if (cursor().isEmpty()) {
            return null;
        }
        List<String> trail = trail();
        String before = trail.isEmpty() ? FIRST : trail.removeLast();
        return before.equals(FIRST) ? first().with(CURSOR, null) : at(before, trail);
    }

    private String at(String cursor, List<String> trail) {
        while (String.join(BETWEEN, trail).length() > LONGEST_TRAIL) {
            trail.removeFirst();
        }
        UriComponentsBuilder there = builder().replaceQueryParam(CURSOR, cursor).replaceQueryParam(TRAIL);
        if (!trail.isEmpty()) {
            there.queryParam(TRAIL, String.join(BETWEEN, trail));
        }
        return there.build().toUriString();
    }

    private List<String> trail() {
        String trail = parameter(TRAIL);
        return trail.isEmpty() ? new ArrayList<>() : new ArrayList<>(Arrays.asList(trail.split(BETWEEN, -1)));
    }

    private String cursor() {
        return parameter(CURSOR);
    }

    private String parameter(String name) {
        String value = builder().build().getQueryParams().getFirst(name);
        return value == null ? "" : value;
    }

    private UriComponentsBuilder builder() {
        return UriComponentsBuilder.newInstance().query(query);
    }
}
