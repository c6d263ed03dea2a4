package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.accounts.ProvedContacts;
import io.agizo.identity.People;
import io.agizo.leaving.DeleteAccount;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailedLinkJourneyTests {

    private static final String NEW = "ndizi tano za Kisumu";
    private static final Pattern LINK = Pattern.compile("(http://\\S+)/recover/new\\?token=(\\S+)");

    private final String address = "m" + freshPhone().substring(1) + "@example.com";
    private final TwoReplicas.Member amina = member();

    MailedLinkJourneyTests() {
        TwoReplicas.bean(ProvedContacts.class).email(amina.id(), address);
    }

    @Test
    void givesANewPasswordOnceAndEndsEverySession() {
        Visitor elsewhere = visitor();
        elsewhere.signIn(amina.phone(), TwoReplicas.PASSWORD);
        assertThat(Visitor.location(ask(address))).hasValue("/recover/mailed");
        String token = token();
        Visitor visitor = visitor();

        HttpResponse<String> page = visitor.get("/recover/new?token=" + token);
        assertThat(page.body()).contains(token);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(follow(visitor, token, "password1234").statusCode()).isEqualTo(422);
        follow(visitor, token, NEW);

        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).isFalse();
        assertThat(follow(visitor(), token, NEW + " tena").statusCode()).isEqualTo(422);
    }

    @Test
    void letsInOnlyOneOfManyWhoFollowItAtOnce() {
        ask(address);
        String token = token();

        List<Callable<Integer>> followers = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                        i -> () -> follow(visitor(), token, NEW).statusCode())
                .toList();

        assertThat(Together.run(followers)).containsOnlyOnce(303);
    }

    @Test
    void tellsNobodyButTheReaderOfTheMailWhetherAnAddressHasAnAccount() {
        String stranger = "nobody-" + address;

        HttpResponse<String> known = ask(address);
        HttpResponse<String> unknown = ask(stranger);

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(Visitor.location(unknown)).isEqualTo(Visitor.location(known));
        assertThat(mail(stranger)).doesNotContain("token=");
    }

    @Test
    void isGoodForHalfAnHour() {
        ask(address);
        String token = token();
        sql().sql("update recovery_link set expires_at = expires_at - interval '30 minutes' where account_id = ?")
                .param(amina.id().value())
                .update();

        assertThat(follow(visitor(), token, NEW).statusCode()).isEqualTo(422);
    }

    @Test
    void isVoidOnceTheAccountHasAnotherAddress() {
        ask(address);
        String token = token();
        TwoReplicas.bean(ProvedContacts.class).email(amina.id(), "new-" + address);

        assertThat(follow(visitor(), token, NEW).statusCode()).isEqualTo(422);
    }

    @Test
    void leadsToTheShopWhateverHostTheRequestNames() {
        visitor().with("X-Forwarded-Host", "evil.example").post("/recover", "contact", address);

        assertThat(mail(address)).doesNotContain("evil.example");
    }

    @Test
    void isSentAFewTimesAndThenSeldom() {
        List<Integer> answers = IntStream.range(0, 4)
                .map(i -> visitor()
                        .with("X-Forwarded-For", "203.0.113.69")
                        .post("/recover", "contact", address)
                        .statusCode())
                .boxed()
                .toList();

        assertThat(answers).containsExactly(303, 303, 303, 429);
    }

    @Test
    void isShownOnTheScreenOfTheDemoUntilThePersonIsErased() {
        ask(address);
        assertThat(visitor().get("/mails").body()).contains(address, token());

        TwoReplicas.bean(DeleteAccount.class)
                .delete(TwoReplicas.bean(People.class).find(amina.id().value()).orElseThrow());

        assertThat(visitor().get("/mails").body()).doesNotContain(address);
    }

    private static HttpResponse<String> ask(String contact) {
        return visitor().post("/recover", "contact", contact);
    }

    private static HttpResponse<String> follow(Visitor visitor, String token, String password) {
        return visitor.post("/recover/new", "token", token, "password", password);
    }

    private static String mail(String to) {
        return sql().sql("select body from mail where address = ? order by id desc limit 1")
                .param(to)
                .query(String.class)
                .single();
    }

    private String token() {
        Matcher link = LINK.matcher(mail(address));
        assertThat(link.find()).isTrue();
        return link.group(2);
    }
}
