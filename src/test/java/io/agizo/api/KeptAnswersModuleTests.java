package io.agizo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.ModuleContext;
import io.agizo.api.IdempotentAnswers.Known;
import io.agizo.shared.Ids;
import io.agizo.shared.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class KeptAnswersModuleTests {

    private static final Answer ANSWER =
            new Answer(201, "application/json", "/things/1", "\"1-0\"", "{\"a\": \"\u00e9\"}");

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(IdempotentAnswers.class);

    private final IdempotentAnswers answers = shop.get(IdempotentAnswers.class);
    private final IdempotencyKey key = new IdempotencyKey(Ids.next(), Ids.next());
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void areLookedUpManyAtOnceAndToldApart() {
        IdempotencyKey answered = new IdempotencyKey(Ids.next(), Ids.next());
        IdempotencyKey reused = new IdempotencyKey(answered.id(), Ids.next());
        IdempotencyKey bare = new IdempotencyKey(Ids.next(), Ids.next());
        Answer withoutHeaders = new Answer(409, "application/problem+json", null, null, "{}");
        inTransaction(() -> {
            answers.remember(Map.of(answered, ANSWER, bare, withoutHeaders));
            return null;
        });

        assertThat(inTransaction(() -> answers.hold(List.of(key, answered, bare))))
                .containsOnly(
                        Map.entry(key.id(), new Known.First()),
                        Map.entry(answered.id(), new Known.Answered(ANSWER)),
                        Map.entry(bare.id(), new Known.Answered(withoutHeaders)));
        assertThat(inTransaction(() -> answers.hold(List.of(reused))))
                .containsOnly(Map.entry(reused.id(), new Known.Reused()));
    }

    @Test
    void areHeldByOneTransactionUntilItEnds() {
        Map<?, Known> meanwhile = inTransaction(() -> {
            answers.hold(List.of(key));
            return elsewhere(() -> inTransaction(() -> answers.hold(List.of(key))));
        });

        assertThat(meanwhile.values()).containsExactly(new Known.InFlight());
        assertThat(inTransaction(() -> answers.hold(List.of(key))).values()).containsExactly(new Known.First());
    }

    @Test
    void areRefusedToASecondRequestWhileTheFirstIsUnderWay() {
        Answer first = answers.once(key, () -> {
            Answer second = elsewhere(() -> answers.once(key, this::work));
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.retryAfterSeconds()).isEqualTo(1);
            return work();
        });

        assertThat(first).isEqualTo(ANSWER);
        assertThat(worked).hasValue(1);
        assertThat(answers.once(key, this::work)).isEqualTo(ANSWER.again());
        assertThat(worked).hasValue(1);
    }

    @Test
    void areGivenToARequestThatLookedTooEarly() {
        Answer late = answers.once(key, () -> {
            // Another transaction answers after this one has looked, as if the lock had been free in between.
            elsewhere(() -> inTransaction(() -> {
                answers.remember(Map.of(key, ANSWER));
                return null;
            }));
            return new Answer(201, "application/json", "/things/2", null, "{}");
        });

        assertThat(late).isEqualTo(ANSWER.again());
    }

    @Test
    void areNotKeptOfWorkThatFailed() {
        assertThatThrownBy(() -> answers.once(key, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(answers.once(key, this::work)).isEqualTo(ANSWER);
    }

    @Test
    void areForgottenAfterTwoDays() {
        IdempotencyKey fresh = new IdempotencyKey(Ids.next(), Ids.next());
        answers.once(key, this::work);
        answers.once(fresh, this::work);
        Instant old = Clock.systemUTC().instant().minus(Duration.ofHours(49));
        shop.sql()
                .sql("update idempotent_answer set answered_at = ?::timestamptz where key_id = ?")
                .param(old.toString())
                .param(key.id())
                .update();

        answers.forgetOld();

        assertThat(inTransaction(() -> answers.hold(List.of(key, fresh))))
                .containsOnly(
                        Map.entry(key.id(), new Known.First()), Map.entry(fresh.id(), new Known.Answered(ANSWER)));
    }

    @Test
    void areForgottenByWhatIsOnePersonsAlone() {
        Map<IdempotencyKey, Answer> kept = new HashMap<>();
        List<Answer> hers = Stream.of(
                        "{'code':'pending','name':'Amina'}",
                        "{'CustomerCreated':{'customer':{'code':{'value':'pending'}}}}",
                        "{'messages':[{'to':'+254711000001'}]}",
                        "{'email':'amina@example.com'}")
                .map(KeptAnswersModuleTests::answer)
                .toList();
        List<Answer> others = Stream.of("{'status':'pending'}", "{'code':'pending-2'}", "{'note':'+254711000001 rang'}")
                .map(KeptAnswersModuleTests::answer)
                .toList();
        Stream.concat(hers.stream(), others.stream())
                .forEach(answer -> kept.put(new IdempotencyKey(Ids.next(), Ids.next()), answer));

        Map<UUID, Known> known = inTransaction(() -> {
            answers.remember(kept);
            answers.forget("pending", new PhoneNumber("+254711000001"), "amina@example.com");
            return answers.hold(List.copyOf(kept.keySet()));
        });

        kept.forEach((key, answer) -> {
            Known.Answered now = (Known.Answered) known.get(key.id());
            if (others.contains(answer)) {
                assertThat(now.answer()).isEqualTo(answer);
            } else {
                assertThat(now.answer().status()).isEqualTo(409);
                assertThat(now.answer().body()).contains("erased since").doesNotContain("mina");
                assertThat(now.answer().location()).isNull();
            }
        });
    }

    private static Answer answer(String body) {
        return new Answer(201, "application/json", "/things/1", "\"1-0\"", body.replace('\'', '"'));
    }

    private Answer work() {
        worked.incrementAndGet();
        return ANSWER;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return shop.transaction().execute(running -> work.get());
    }

    /** On a thread, and so a connection, of its own. */
    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
