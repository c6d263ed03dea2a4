package io.agizo.upkeep;

import java.util.Objects;

/** Which release of the program this is. */
final class Release {

    private Release() {}

    static String name() {
        return Objects.requireNonNullElse(Release.class.getPackage().getImplementationVersion(), "unreleased");
    }
}
