package io.agizo;

import io.agizo.identity.Permission;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;

/**
 * Something that the shop can be asked for, and who may ask.
 *
 * @param door such as {@code REST} or {@code Page}
 * @param call as the documentation of the door names it
 * @param gives the permissions that the request hands on
 * @param ask asks for it on behalf of somebody
 */
record AccessRule(
        String door, String call, Admits admits, Set<Permission> gives, Function<Guest, HttpResponse<String>> ask)
        implements Comparable<AccessRule> {

    private static final Comparator<AccessRule> BY_NAME =
            Comparator.comparing(AccessRule::door).thenComparing(AccessRule::call);

    @Override
    public int compareTo(AccessRule other) {
        return BY_NAME.compare(this, other);
    }

    /** An idempotency key that nothing else is asked under. */
    static String key(String door, String call) {
        return (door + " " + call).replace(' ', '-');
    }

    String key() {
        return key(door, call);
    }

    String row() {
        return "| " + door + " | `" + call + "` | " + admits.words() + " |";
    }

    @Override
    public String toString() {
        return door + " " + call;
    }
}
