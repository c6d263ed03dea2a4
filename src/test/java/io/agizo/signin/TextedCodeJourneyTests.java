package io.agizo.signin;

import static io.agizo.signin.PasswordSignInJourneyTests.noted;
import static io.agizo.signin.TwoReplicas.code;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.memberWithoutPassword;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.Together;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextedCodeJourneyTests {

    @Test
    void letsAMemberIn() {
        String phone = memberWithoutPassword().phone();
        Visitor visitor = visitor();

        assertThat(Visitor.location(visitor.post("/login/sms", "phone", phone))).hasValue("/login/code");
        visitor.post("/login/code", "code", code(phone));

        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void opensAnAccountForWhoeverProvesTheirNumber() {
        String phone = freshPhone();
        Visitor visitor = visitor();

        visitor.post("/signup", "name", "Baraka", "phone", phone, "password", TwoReplicas.PASSWORD);
        assertThat(accounts(phone)).isZero();
        visitor.post("/login/code", "code", code(phone));

        assertThat(visitor.get("/account").body()).contains("Baraka", phone);
        Visitor later = visitor();
        later.signIn(phone, TwoReplicas.PASSWORD);
        assertThat(later.isSignedIn()).isTrue();
    }

    @Test
    void givesNobodyTheAccountOfAnotherBySigningUpWithTheirNumber() {
        TwoReplicas.Member amina = TwoReplicas.member();
        Visitor stranger = visitor();

        stranger.post("/signup", "name", "Stranger", "phone", amina.phone(), "password", "stranger danger stranger");

        stranger.signIn(amina.phone(), "stranger danger stranger");
        assertThat(stranger.isSignedIn()).isFalse();
        Visitor herself = visitor();
        herself.signIn(amina.phone(), TwoReplicas.PASSWORD);
        assertThat(herself.isSignedIn()).isTrue();
    }

    @Test
    void tellsNobodyWhetherANumberHasAnAccount() {
        String member = memberWithoutPassword().phone();
        String stranger = freshPhone();
        for (String form : List.of("/login/sms", "/recover", "/signup")) {
            HttpResponse<String> known = ask(form, member);
            HttpResponse<String> unknown = ask(form, stranger);

            assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
            assertThat(known.body()).isEqualTo(unknown.body());
            assertThat(Visitor.location(known)).isEqualTo(Visitor.location(unknown));
        }
        assertThat(TwoReplicas.texts(member)).isEqualTo(TwoReplicas.texts(stranger));
    }

    private static HttpResponse<String> ask(String form, String phone) {
        return visitor()
                .post(form, "phone", phone, "contact", phone, "name", "Amina", "password", "maembe matatu ya Lamu");
    }

    @Test
    void opensNothingInAnotherBrowser() {
        String phone = memberWithoutPassword().phone();
        visitor().post("/login/sms", "phone", phone);

        Visitor other = visitor();
        other.post("/login/code", "code", code(phone));

        assertThat(other.isSignedIn()).isFalse();
    }

    @Test
    void opensNothingTwice() {
        String phone = memberWithoutPassword().phone();
        Visitor visitor = visitor();
        visitor.post("/login/sms", "phone", phone);
        String code = code(phone);
        String ticket = visitor.cookie("code");
        visitor.post("/login/code", "code", code);

        Visitor thief = visitor();
        thief.plant("code", ticket);
        thief.post("/login/code", "code", code);

        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void isVoidAfterFiveWrongTriesHoweverManyAtOnce() {
        String phone = memberWithoutPassword().phone();
        Visitor visitor = visitor();
        visitor.post("/login/sms", "phone", phone);
        String right = code(phone);
        String ticket = visitor.cookie("code");
        List<Callable<Integer>> guesses = IntStream.range(0, 20)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    Visitor guesser = visitor();
                    guesser.plant("code", ticket);
                    return guesser.post("/login/code", "code", "x" + i).statusCode();
                })
                .toList();

        assertThat(Together.run(guesses)).containsOnly(422);

        visitor.post("/login/code", "code", right);
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void isOnRecordIfItIsWrongAndSoIsWhoAsksForTooMany() {
        TwoReplicas.Member amina = memberWithoutPassword();
        Visitor visitor = visitor();
        for (int i = 0; i < 4; i++) {
            visitor.post("/login/sms", "phone", amina.phone());
        }

        visitor.post("/login/code", "code", "wrong");

        await().untilAsserted(() -> {
            assertThat(notedOf("sign-in-failed", "{\"way\": \"texted-code\"}", amina))
                    .isTrue();
            assertThat(noted("limit-met", "{\"limit\": \"code-to-number\"}")).isTrue();
        });
    }

    private static boolean notedOf(String event, String detail, TwoReplicas.Member whose) {
        return TwoReplicas.sql()
                .sql(
                        "select exists (select from audit_event where event = ? and detail @> ?::jsonb and subject_id = ?)")
                .param(event)
                .param(detail)
                .param(whose.id().toString())
                .query(Boolean.class)
                .single();
    }

    @Test
    void leavesTheNumberOutOfTheBrowser() {
        String phone = memberWithoutPassword().phone();
        Visitor visitor = visitor();

        HttpResponse<String> asked = visitor.post("/login/sms", "phone", phone);

        assertThat(asked.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains(phone.substring(1)));
        assertThat(visitor.get("/login/code").body()).contains(phone);
    }

    @Test
    void isVoidAfterFiveMinutes() {
        String phone = memberWithoutPassword().phone();
        Visitor visitor = visitor();
        visitor.post("/login/sms", "phone", phone);
        String code = code(phone);

        sql().sql("update sign_in_code set expires_at = expires_at - interval '5 minutes' where phone = ?")
                .param(phone)
                .update();
        visitor.post("/login/code", "code", code);

        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void isNotInTheDatabaseToBeRead() {
        String phone = memberWithoutPassword().phone();
        Visitor visitor = visitor();
        visitor.post("/login/sms", "phone", phone);
        String code = code(phone);

        assertThat(sql().sql("select row_to_json(sign_in_code)::text from sign_in_code where phone = ?")
                        .param(phone)
                        .query(String.class)
                        .single())
                .doesNotContain(code)
                .doesNotContain(visitor.cookie("code"));
    }

    @Test
    void isNotSentToOneNumberAgainAndAgain() {
        String phone = freshPhone();

        List<Integer> answers = IntStream.range(0, 5)
                .map(i -> visitor()
                        .with("X-Forwarded-For", "203.0.113.68")
                        .post("/login/sms", "phone", phone)
                        .statusCode())
                .boxed()
                .toList();

        assertThat(answers).containsExactly(303, 303, 303, 429, 429);
        assertThat(TwoReplicas.texts(phone)).isEqualTo(3);
    }

    @Test
    void letsWhoForgotTheirPasswordChooseANewOne() {
        TwoReplicas.Member amina = TwoReplicas.member();
        Visitor elsewhere = visitor();
        elsewhere.signIn(amina.phone(), TwoReplicas.PASSWORD);
        Visitor visitor = visitor();

        visitor.post("/recover", "contact", amina.phone());
        String code = code(amina.phone());
        assertThat(visitor.post("/recover/new", "code", code, "password", "password1234")
                        .statusCode())
                .isEqualTo(422);
        visitor.post("/recover/new", "code", code, "password", "ndizi tano za Kisumu");

        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
        Visitor later = visitor();
        later.signIn(amina.phone(), TwoReplicas.PASSWORD);
        assertThat(later.isSignedIn()).isFalse();
    }

    private static int accounts(String phone) {
        return sql().sql("select count(*)::int from account where phone = ?")
                .param(phone)
                .query(Integer.class)
                .single();
    }
}
