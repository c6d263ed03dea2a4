package io.agizo.identity;

/** Callers as they are once the doors have let them in. */
public final class SignedInFixture {

    private SignedInFixture() {}

    public static SignedIn of(Caller caller) {
        return new SignedIn(caller);
    }
}
