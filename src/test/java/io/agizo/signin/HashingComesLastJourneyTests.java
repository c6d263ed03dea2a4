package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.bean;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

class HashingComesLastJourneyTests {

    private static final String GOOD = "maembe matatu ya Lamu";

    private final AtomicInteger hashed = new AtomicInteger();
    private final Supplier<String> hash = () -> "hash " + hashed.incrementAndGet();

    @Test
    void afterTheLimitOfCodes() {
        PhoneNumber phone = new PhoneNumber(freshPhone());
        Attempt attempt = new Attempt("network " + phone.e164(), null);
        TextedCodes codes = bean(TextedCodes.class);
        IntStream.range(0, 3).forEach(i -> codes.send(phone, CodePurpose.SignIn::new, attempt, Locale.ENGLISH));

        assertThatThrownBy(() -> codes.send(
                        phone, () -> new CodePurpose.SignUp("Amina", hash.get(), null), attempt, Locale.ENGLISH))
                .isInstanceOf(TooManyTries.class);

        assertThat(hashed).hasValue(0);
    }

    @Test
    void afterTheCodeAndTheLinkOfARecovery() {
        PhoneNumber phone = new PhoneNumber(member().phone());
        Attempt attempt = new Attempt("network " + phone.e164(), null);
        TextedCodes codes = bean(TextedCodes.class);
        Secret ticket = codes.send(phone, CodePurpose.SignIn::new, attempt, Locale.ENGLISH);

        assertThat(codes.recover(ticket, "wrong", attempt, Locale.ENGLISH, hash))
                .isEmpty();
        assertThat(bean(RecoveryLinks.class).follow("no link", hash)).isEmpty();
        assertThat(hashed).hasValue(0);

        assertThat(codes.recover(ticket, TwoReplicas.code(phone.e164()), attempt, Locale.ENGLISH, hash))
                .isPresent();
        assertThat(hashed).hasValue(1);
    }

    @Test
    void afterTheLinkOfASetUp() {
        assertThat(visitor()
                        .post("/set-up", "token", "no link", "name", "x", "phone", "0711000999", "password", "short")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void afterTheLimitOfPasswordsChosenInOnePlace() {
        List<Integer> answers = Stream.generate(() -> visitor()
                        .with("X-Forwarded-For", "203.0.113.150")
                        .post("/recover/new", "code", "000000", "password", GOOD)
                        .statusCode())
                .limit(40)
                .toList();

        assertThat(answers.subList(0, 20)).containsOnly(422);
        assertThat(answers).contains(429);
    }

    @Test
    void countsNothingWhereARefusalWouldUndoIt() {
        Tries tries = bean(Tries.class);
        List<Origin.Share> share = List.of(new Origin.Share(Allowance.WRONG_CODE, freshPhone()));

        assertThatThrownBy(() -> bean(TransactionOperations.class).executeWithoutResult(tx -> tries.take(share)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
