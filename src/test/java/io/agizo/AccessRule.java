package io.agizo;

import io.agizo.identity.Permission;
import java.net.http.HttpRequest;
import java.util.Comparator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that the shop can be asked for, and who may ask.
 *
 * @param door {@code REST}, {@code GraphQL} or {@code Page}
 * @param call as the documentation of the door names it
 * @param needs null where everyone may ask who is let in at all
 * @param open whether everyone is let in
 * @param request asks for it, of a shop and without saying who asks
 */
record AccessRule(
        String door, String call, @Nullable Permission needs, boolean open, Supplier<HttpRequest.Builder> request)
        implements Comparable<AccessRule> {

    private static final Comparator<AccessRule> BY_NAME =
            Comparator.comparing(AccessRule::door).thenComparing(AccessRule::call);

    @Override
    public int compareTo(AccessRule other) {
        return BY_NAME.compare(this, other);
    }

    String row() {
        String who = needs != null ? "`" + needs.scope() + "`" : open ? "everyone" : "whoever is signed in";
        return "| " + door + " | `" + call + "` | " + who + " |";
    }

    @Override
    public String toString() {
        return door + " " + call;
    }
}
