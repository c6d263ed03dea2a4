package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.code;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.memberWithoutPassword;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.accounts.ProvedContacts;
import io.agizo.signin.TwoReplicas.Member;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecoveryJourneyTests {

    private static final String NEW = "ndizi tano za Kisumu";

    @Test
    void takesNoMoreThanFiveTriesOfACode() {
        Member amina = member();
        Visitor visitor = visitor();
        visitor.post("/recover", "contact", amina.phone());
        String right = code(amina.phone());

        for (int i = 0; i < 5; i++) {
            assertThat(recover(visitor, "x" + i)).isEqualTo(422);
        }

        assertThat(recover(visitor, right)).isEqualTo(422);
        assertThat(isPasswordOf(amina, PASSWORD)).isTrue();
    }

    @Test
    void takesNoMoreThanFiveTriesOfACodeHoweverManyAtOnce() {
        Member amina = member();
        Visitor visitor = visitor();
        visitor.post("/recover", "contact", amina.phone());
        String right = code(amina.phone());
        String ticket = visitor.cookie("code");
        List<Callable<Integer>> guesses = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    Visitor guesser = visitor();
                    guesser.plant("code", ticket);
                    return recover(guesser, "x" + i);
                })
                .toList();

        assertThat(Together.run(guesses)).containsOnly(422);

        assertThat(recover(visitor, right)).isEqualTo(422);
        assertThat(isPasswordOf(amina, PASSWORD)).isTrue();
    }

    @Test
    void slowsDownWhoGuessesAtOneCodeAfterTheOther() {
        Member amina = member();

        List<Integer> answers = IntStream.range(0, 3)
                .boxed()
                .flatMap(again -> {
                    Visitor visitor = visitor().with("X-Forwarded-For", "203.0.113.67");
                    visitor.post("/recover", "contact", amina.phone());
                    return Stream.generate(() -> recover(visitor, "wrong")).limit(5);
                })
                .toList();

        assertThat(answers.subList(0, 10)).containsOnly(422);
        assertThat(answers.subList(10, 15)).containsOnly(429);
    }

    @Test
    void keepsTheGuessesOfAStrangersNetworkFromTheOwnersNewDevice() {
        Member amina = member();
        for (int i = 0; i < 3; i++) {
            Visitor stranger = visitor().with("X-Forwarded-For", "203.0.113.66");
            stranger.post("/recover", "contact", amina.phone());
            Stream.generate(() -> recover(stranger, "wrong"))
                    .limit(6)
                    .forEach(status -> assertThat(status).isIn(422, 429));
        }

        Visitor herself = visitor().with("X-Forwarded-For", "198.51.100.7");
        herself.post("/recover", "contact", amina.phone());
        recover(herself, code(amina.phone()));

        assertThat(herself.isSignedIn()).isTrue();
        assertThat(isPasswordOf(amina, NEW)).isTrue();
    }

    @Test
    void asksForTheSecondFactorBeforeThePasswordIsReplaced() {
        Member amina = member();
        AppOnPhone app = AppOnPhone.addedBy(amina);
        Visitor elsewhere = visitor();
        elsewhere.signIn(amina.phone(), PASSWORD);
        elsewhere.post("/login/second-factor", "code", app.code());
        Visitor visitor = visitor();
        visitor.post("/recover", "contact", amina.phone());

        assertThat(Visitor.location(visitor.post("/recover/new", "code", code(amina.phone()), "password", NEW)))
                .hasValue("/login/second-factor");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(isPasswordOf(amina, PASSWORD)).isTrue();
        assertThat(elsewhere.isSignedIn()).isTrue();
        visitor.post("/login/second-factor", "code", "wrong");
        assertThat(isPasswordOf(amina, PASSWORD)).isTrue();

        visitor.post("/login/second-factor", "code", app.recoveryCode());

        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(isPasswordOf(amina, NEW)).isTrue();
    }

    @Test
    void asksForTheSecondFactorAfterAMailedLinkToo() {
        Member amina = member();
        AppOnPhone app = AppOnPhone.addedBy(amina);
        String address = "recovery-" + amina.phone().substring(1) + "@example.test";
        TwoReplicas.bean(ProvedContacts.class).email(amina.id(), address);
        Visitor visitor = visitor();
        visitor.post("/recover", "contact", address);
        String token = mailedTokens(address).getFirst();

        assertThat(Visitor.location(visitor.post("/recover/new", "token", token, "password", NEW)))
                .hasValue("/login/second-factor");
        assertThat(isPasswordOf(amina, PASSWORD)).isTrue();
        visitor.post("/login/second-factor", "code", app.code());

        assertThat(isPasswordOf(amina, NEW)).isTrue();
    }

    @Test
    void keepsAMailedLinkGoodThoughAStrangerAsksForAnother() {
        Member amina = member();
        String address = "recovery-" + amina.phone().substring(1) + "@example.test";
        TwoReplicas.bean(ProvedContacts.class).email(amina.id(), address);
        visitor().post("/recover", "contact", address);
        String hers = mailedTokens(address).getFirst();
        for (int i = 0; i < 5; i++) {
            visitor().with("X-Forwarded-For", "203.0.113.21").post("/recover", "contact", address);
        }
        assertThat(mailedTokens(address)).hasSizeGreaterThan(1);

        visitor().post("/recover/new", "token", hers, "password", NEW);

        assertThat(isPasswordOf(amina, NEW)).isTrue();
        for (String other : mailedTokens(address)) {
            assertThat(visitor()
                            .post("/recover/new", "token", other, "password", NEW + " tena")
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private static List<String> mailedTokens(String address) {
        return TwoReplicas.sql()
                .sql(
                        "select substring(body from 'token=([A-Za-z0-9_-]+)') from mail where address = ? and body like '%token=%' order by id")
                .param(address)
                .query(String.class)
                .list();
    }

    @Test
    void takesNoCodeThatWasSentForSomethingElse() {
        Member amina = member();
        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), PASSWORD);
        String phone = TwoReplicas.freshPhone();
        visitor.post("/account/details", "name", "Amina", "phone", phone, "present", PASSWORD);

        assertThat(recover(visitor, code(phone))).isEqualTo(422);

        assertThat(isPasswordOf(amina, PASSWORD)).isTrue();
    }

    @Test
    void keepsACodeThatIsRightOutOfTheCount() {
        Member amina = memberWithoutPassword();
        for (int i = 0; i < 3; i++) {
            Visitor visitor = visitor();
            visitor.post("/login/sms", "phone", amina.phone());
            visitor.post("/login/code", "code", "wrong");
            visitor.post("/login/code", "code", code(amina.phone()));
            assertThat(visitor.isSignedIn()).isTrue();
        }
    }

    private static int recover(Visitor visitor, String code) {
        return visitor.post("/recover/new", "code", code, "password", NEW).statusCode();
    }

    private static boolean isPasswordOf(Member member, String password) {
        return TwoReplicas.isPasswordOf(member, password);
    }
}
