package io.agizo.identity;

/** Nobody signed in, and what was asked is not for everyone. */
public final class NotSignedIn extends RuntimeException {

    NotSignedIn(Permission permission) {
        super("Sign in first. " + PermissionDenied.needs(permission), null, false, false);
    }
}
