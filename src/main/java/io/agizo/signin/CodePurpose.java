package io.agizo.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants to prove for that a telephone is theirs. */
sealed interface CodePurpose {

    /** Who wants the number for their account; null for all but those. */
    default @Nullable UUID mover() {
        return null;
    }

    /**
     * Whether the code may be used by who is signed in so.
     *
     * @param signedIn the id of an account; null for nobody
     */
    default boolean isFor(@Nullable String signedIn) {
        return true;
    }

    default @Nullable String newName() {
        return null;
    }

    default @Nullable String newPasswordHash() {
        return null;
    }

    default @Nullable String newEmail() {
        return null;
    }

    default @Nullable String setUpLink() {
        return null;
    }

    /** Also for a new password: who may sign in may choose one. */
    record SignIn() implements CodePurpose {}

    /** Opens an account, unless the number has one already. */
    record SignUp(
            String newName,
            @Nullable String newPasswordHash,
            @Nullable String newEmail) implements CodePurpose {}

    /**
     * Makes the first owner of the shop.
     *
     * @param setUpLink the hash of the link that lets them
     */
    record SetUp(
            String setUpLink,
            String newName,
            String newPasswordHash,
            @Nullable String newEmail) implements CodePurpose {}

    /** Puts the number in the place of the one that the account had. */
    record MovePhone(UUID mover) implements CodePurpose {

        @Override
        public boolean isFor(@Nullable String signedIn) {
            return mover.toString().equals(signedIn);
        }
    }
}
