package io.agizo.office.pages;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A permission to tick.
 *
 * @param offered whether the caller holds it, and so may give it or take it
 */
public record Choice(String scope, boolean chosen, boolean offered) {

    /** All there are, of which the caller may give what they hold. */
    static List<Choice> ofHeld(Caller caller, Collection<String> chosen) {
        return Arrays.stream(Permission.values())
                .map(permission ->
                        new Choice(permission.scope(), chosen.contains(permission.scope()), caller.may(permission)))
                .toList();
    }
}
