package io.agizo;

import io.agizo.identity.Permission;
import java.util.List;
import java.util.stream.Collectors;

/** Whom something lets in that the shop can be asked for. */
sealed interface Admits {

    /** As the table of permissions says it. */
    String words();

    record Everyone() implements Admits {

        @Override
        public String words() {
            return "everyone";
        }
    }

    record SignedIn() implements Admits {

        @Override
        public String words() {
            return "whoever is signed in";
        }
    }

    record Holders(Permission of) implements Admits {

        @Override
        public String words() {
            return "`" + of.scope() + "`";
        }
    }

    /** Whoever holds one of them; a refusal names the first. */
    record AnyOf(List<Permission> of) implements Admits {

        @Override
        public String words() {
            return of.stream().map(permission -> "`" + permission.scope() + "`").collect(Collectors.joining(" or "));
        }
    }

    /** For what neither a session nor a permission opens. */
    record Bearers(String proof) implements Admits {

        @Override
        public String words() {
            return "whoever brings " + proof;
        }
    }
}
