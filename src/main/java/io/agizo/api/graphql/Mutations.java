package io.agizo.api.graphql;

import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.Problem;
import io.agizo.identity.Caller;
import io.agizo.identity.NotSignedIn;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.identity.SignInTooOld;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs what changes something and gives refusals as values, where the use cases throw them. */
@Component
public final class Mutations {

    private final IdempotentAnswers idempotent;
    private final KeptResults kept;
    private final ApplicationEventPublisher events;

    Mutations(IdempotentAnswers idempotent, KeptResults kept, ApplicationEventPublisher events) {
        this.idempotent = idempotent;
        this.kept = kept;
        this.events = events;
    }

    /** What the work comes to; what no one can be blamed for, and whoever has not signed in, or not lately, ends in an error instead. */
    public MutationResult run(Supplier<MutationResult> work) {
        try {
            return work.get();
        } catch (NotSignedIn | SignInTooOld unproved) {
            throw unproved;
        } catch (RuntimeException failure) {
            if (failure instanceof PermissionDenied) {
                events.publishEvent(failure);
            }
            return CommonRefusal.of(Problem.of(failure).orElseThrow(() -> failure));
        }
    }

    /**
     * The same for whoever holds the permission, once under the key if there is one: a repeat is given the first result
     * again, whatever fields of it it asks for, unless the permission is gone by then.
     *
     * @param success what the work comes to if it is not refused
     */
    public MutationResult once(
            Caller caller,
            Permission needed,
            @Nullable IdempotencyKey key,
            Class<? extends MutationResult> success,
            Supplier<MutationResult> work) {
        return run(() -> {
            caller.must(needed);
            return kept.read(idempotent.once(key, () -> kept.answer(work.get())), success);
        });
    }

    /** The same for everyone. */
    public MutationResult once(
            @Nullable IdempotencyKey key, Class<? extends MutationResult> success, Supplier<MutationResult> work) {
        return run(() -> kept.read(idempotent.once(key, () -> kept.answer(work.get())), success));
    }

    /** For a result that holds a secret, which must never be stored: a repeat is told that it was shown. */
    public MutationResult onceShown(
            Caller caller,
            Permission needed,
            @Nullable IdempotencyKey key,
            Class<? extends MutationResult> success,
            Supplier<MutationResult> work) {
        return run(() -> {
            caller.must(needed);
            return kept.read(idempotent.onceShown(key, () -> kept.answer(work.get())), success);
        });
    }
}
