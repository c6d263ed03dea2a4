package io.agizo.api;

import io.agizo.api.IdempotencyStore.Entry;
import io.agizo.shared.Conflict;
import io.agizo.shared.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers the first answer under each idempotency key, so that a repeat is answered alike and does nothing. */
@Component
public class IdempotentAnswers {

    /** Twice the day that is promised, so that nobody has to look at the minute. */
    private static final Duration KEPT = Duration.ofDays(2);

    /** Rows that one clean-up statement deletes: short enough never to be in the way of placing orders. */
    private static final int CHUNK = 5_000;

    private static final int IN_FLIGHT_RETRY_SECONDS = 1;

    private final IdempotencyStore store;
    private final Answers answers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IdempotentAnswers(IdempotencyStore store, Answers answers, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What is known of a key at the moment it was looked up. */
    public sealed interface Known {

        /** Nobody has used the key: the caller now holds it until the transaction ends, and must remember an answer. */
        record First() implements Known {}

        /** It was answered before, the same request: give this answer again. */
        record Answered(Answer answer) implements Known {}

        /** It was used before, for another request. */
        record Reused() implements Known {}

        /** Another transaction holds the key right now. */
        record InFlight() implements Known {}
    }

    /**
     * Looks up and holds keys within the running transaction, without waiting for anyone. Ids must be distinct. A key
     * that looks free may rarely prove taken when its answer is remembered: see {@link #remember}.
     */
    public Map<UUID, Known> hold(List<IdempotencyKey> keys) {
        return store.hold(keys).stream().collect(Collectors.toMap(Entry::id, IdempotentAnswers::known));
    }

    /**
     * Keeps the answers given under keys that are held, within the running transaction.
     *
     * @throws DuplicateKeyException if another transaction answered under one of the keys while this one looked it up;
     *     roll back and begin again, the answer is there now
     */
    public void remember(Map<IdempotencyKey, Answer> given) {
        if (!given.isEmpty()) {
            store.insert(given, clock.instant());
        }
    }

    /**
     * Does the work once under the key, in one transaction with its answer; a repeat gets that answer again. A
     * {@link Conflict} undoes the work and is an answer like any other; after every other exception the key is free.
     * Without a key, does the work and no more. Whether the caller may have the answer is for the door to ask before.
     */
    public Answer once(@Nullable IdempotencyKey key, Supplier<Answer> work) {
        return once(key, work, answer -> answer);
    }

    /**
     * The same for an answer that holds a secret, which must never be stored: a repeat is told where what was made is, and
     * that its secret was shown.
     */
    public Answer onceShown(@Nullable IdempotencyKey key, Supplier<Answer> work) {
        return once(key, work, this::withoutSecret);
    }

    private Answer once(@Nullable IdempotencyKey key, Supplier<Answer> work, UnaryOperator<Answer> kept) {
        if (key == null) {
            return work.get();
        }
        try {
            return attempt(key, work, kept);
        } catch (Conflict refused) {
            return attempt(key, () -> answers.problem(Problem.conflict(refused)), answer -> answer);
        } catch (DuplicateKeyException answeredMeanwhile) {
            return attempt(
                    key,
                    () -> {
                        throw answeredMeanwhile;
                    },
                    kept);
        }
    }

    private Answer withoutSecret(Answer answer) {
        Answer refusal = answers.problem(Problem.of(ProblemType.SECRET_SHOWN, ProblemType.SECRET_SHOWN.meaning()));
        return new Answer(refusal.status(), refusal.contentType(), answer.location(), null, refusal.body());
    }

    private Answer attempt(IdempotencyKey key, Supplier<Answer> work, UnaryOperator<Answer> kept) {
        return Objects.requireNonNull(transaction.execute(running -> {
            Known known = Objects.requireNonNull(hold(List.of(key)).get(key.id()));
            return told(known).orElseGet(() -> {
                Answer answer = work.get();
                remember(Map.of(key, kept.apply(answer)));
                return answer;
            });
        }));
    }

    /** How whoever brings the key is answered: as before, or by why the key does not do; empty if the work is theirs to do. */
    public Optional<Answer> told(Known known) {
        return switch (known) {
            case Known.First first -> Optional.empty();
            case Known.Answered(Answer answer) -> Optional.of(answer.again());
            case Known.Reused reused ->
                Optional.of(answers.problem(Problem.of(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key was used for another request. Use a new key for a new request.")));
            case Known.InFlight inFlight ->
                Optional.of(answers.problem(Problem.of(
                                ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT,
                                "The first request with this Idempotency-Key is still being answered.")
                        .retryAfter(IN_FLIGHT_RETRY_SECONDS)));
        };
    }

    /**
     * Forgets, within the running transaction, the answers in which the phone or the e-mail address stands as a value: a
     * repeat of such a request is told that it was done, and still does nothing. A name is no reason to forget: people
     * choose theirs, and whoever is called like a status or a currency would have everybody's answers forgotten.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(@Nullable PhoneNumber phone, @Nullable String email) {
        forgetHolding(contacts(phone, email));
    }

    /** Forgets the answers about the customer of the code as well; as any other value the code may stand in them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String code, @Nullable PhoneNumber phone, @Nullable String email) {
        String quoted = answers.quoted(code);
        Stream<String> asRestAndGraphQlKeepIt = Stream.of("\"code\":" + quoted, "\"code\":{\"value\":" + quoted + "}");
        forgetHolding(Stream.concat(asRestAndGraphQlKeepIt, contacts(phone, email)));
    }

    /** Forgets the answers in which the id stands, which is nothing else's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID id) {
        forgetHolding(Stream.of(answers.quoted(id.toString())));
    }

    private Stream<String> contacts(@Nullable PhoneNumber phone, @Nullable String email) {
        return Stream.of(Optional.ofNullable(phone).map(PhoneNumber::e164), Optional.ofNullable(email))
                .flatMap(Optional::stream)
                .map(answers::quoted);
    }

    private void forgetHolding(Stream<String> json) {
        Problem erased = Problem.of(
                ProblemType.CONFLICT,
                "This request was answered before, and done; the answer held personal data that is erased since.");
        store.replace(json.toList(), answers.problem(erased));
    }

    private static Known known(Entry entry) {
        if (entry.answer() != null) {
            return entry.sameRequest() ? new Known.Answered(entry.answer()) : new Known.Reused();
        }
        return entry.held() ? new Known.First() : new Known.InFlight();
    }

    /** Forgets what is older than promised. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOld() {
        int gone;
        do {
            gone = store.delete(clock.instant().minus(KEPT), CHUNK);
        } while (gone == CHUNK);
    }
}
