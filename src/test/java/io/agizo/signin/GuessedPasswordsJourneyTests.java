package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.memberWithoutPassword;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.signin.TwoReplicas.Member;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuessedPasswordsJourneyTests {

    @Test
    void areSlowedDownOnAllReplicasTogetherHoweverManyAtOnce() {
        Member amina = member();

        List<Integer> answers = Together.run(
                12, () -> neighbour().signIn(amina.phone(), "not her password").statusCode());

        assertThat(answers.stream().filter(status -> status == 422)).hasSize(5);
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(7);
        assertThat(neighbour().signIn(amina.phone(), PASSWORD).headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 31));
    }

    @Test
    void keepNobodyOutWhoSignedInInThisBrowserBeforeOrComesAnotherWay() {
        Member amina = member();
        Visitor herBrowser = visitor();
        herBrowser.signIn(amina.phone(), PASSWORD);
        herBrowser.post("/logout");
        Stream.generate(() ->
                        neighbour().signIn(amina.phone(), "not her password").statusCode())
                .limit(20)
                .anyMatch(status -> status == 429);

        herBrowser.signIn(amina.phone(), PASSWORD);
        assertThat(herBrowser.isSignedIn()).isTrue();

        Visitor newPhone = visitor();
        newPhone.post("/login/sms", "phone", amina.phone());
        newPhone.post("/login/code", "code", TwoReplicas.code(amina.phone()));
        assertThat(newPhone.isSignedIn()).isTrue();
    }

    @Test
    void areSlowedDownInABrowserThatOnlySomebodyElseUsedBefore() {
        Member amina = member();
        Visitor attacker = visitor();
        attacker.signIn(member().phone(), PASSWORD);

        List<Integer> answers = Stream.generate(
                        () -> attacker.signIn(amina.phone(), "not her password").statusCode())
                .limit(6)
                .toList();

        assertThat(answers).containsExactly(422, 422, 422, 422, 422, 429);
    }

    @Test
    void areAnsweredAlikeWhetherThereIsSuchAPersonOrNot() {
        HttpResponse<String> wrong = visitor().signIn(member().phone(), "not the password");

        for (String nobody : List.of(freshPhone(), memberWithoutPassword().phone(), "nobody@example.test", "x")) {
            HttpResponse<String> unknown = visitor().signIn(nobody, "not the password");
            assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
            assertThat(page(unknown)).isEqualTo(page(wrong));
        }
    }

    /** All of a page but the name that was typed and the mask of its token. */
    private static String page(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("(name=\"_csrf\"|name=\"username\")[^>]*", "")
                .replaceAll("data-csrf=\"[^\"]*\"", "");
    }

    /** All of them guess from one network. */
    private static Visitor neighbour() {
        return visitor().with("X-Forwarded-For", "203.0.113.21");
    }
}
