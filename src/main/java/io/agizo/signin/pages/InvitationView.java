package io.agizo.signin.pages;

import io.agizo.identity.Permission;
import io.agizo.pages.Form;
import java.util.List;

/** Lets a person that was invited to work here accept. */
public record InvitationView(String token, String name, List<Permission> permissions, Step step, Form form) {

    /** What the reader has to do next. */
    public enum Step {

        /** Nobody has an account with the number: they get one, and accept. */
        OPEN_ACCOUNT,

        /** They are signed in to the account that accepts. */
        ACCEPT,

        /** There is an account with the number. */
        SIGN_IN,

        /** There is an account with the number, and they are signed in to another. */
        SIGN_IN_AS_ANOTHER;

        public boolean accepts() {
            return this == OPEN_ACCOUNT || this == ACCEPT;
        }
    }
}
