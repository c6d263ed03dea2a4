package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.bean;
import static io.agizo.signin.TwoReplicas.code;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.ProvedContacts;
import io.agizo.signin.TwoReplicas.Member;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An e-mail address that somebody types, and how it becomes theirs. */
class ProvingEmailJourneyTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/account/email\\?token=(\\S+))");

    private final Member amina = member();
    private final Visitor visitor = signedIn(amina);
    private final String address = address(amina);

    @Test
    void countsOnceTheLinkWasPressedAndNotWhenItIsOnlyOpened() {
        assertThat(Visitor.location(type(visitor, address))).hasValue("/account");
        assertThat(email(amina)).isNull();
        Matcher link = link(address);

        assertThat(visitor.get(link.group(1)).body()).contains(address);
        assertThat(email(amina)).isNull();
        assertThat(press(visitor, link.group(2)).statusCode()).isEqualTo(303);

        assertThat(email(amina)).isEqualTo(address);
        assertThat(press(visitor, link.group(2)).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/account/details").body()).contains(address);
    }

    @Test
    void becomesNobodysButTheirsWhoAskedForIt() {
        type(visitor, address);
        Matcher link = link(address);

        Visitor eve = signedIn(member());
        assertThat(eve.get(link.group(1)).statusCode()).isEqualTo(404);
        assertThat(press(eve, link.group(2)).statusCode()).isEqualTo(404);
        assertThat(Visitor.isSentToLogin(visitor().get(link.group(1)))).isTrue();

        press(visitor, link.group(2));
        assertThat(email(amina)).isEqualTo(address);
    }

    @Test
    void tellsOnlyItsReaderThatItHasAnAccountAlready() {
        Member baraka = member();
        bean(ProvedContacts.class).email(baraka.id(), address(baraka));

        HttpResponse<String> taken = type(visitor, address(baraka).toUpperCase(Locale.ROOT));
        HttpResponse<String> free = type(visitor, address);

        assertThat(taken.statusCode()).isEqualTo(free.statusCode());
        assertThat(taken.body()).isEqualTo(free.body());
        assertThat(mail(address(baraka)))
                .contains("You have an account with it already")
                .doesNotContain("token=");
    }

    @Test
    void isUsedUpByOneOfManyPresses() {
        type(visitor, address);
        String token = link(address).group(2);

        List<Callable<Integer>> presses = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> press(visitor, token).statusCode())
                .toList();

        assertThat(Together.run(presses)).containsOnlyOnce(303);
    }

    @Test
    void isForgottenAfterHalfAnHour() {
        type(visitor, address);
        String token = link(address).group(2);
        sql().sql("update email_proof set expires_at = expires_at - interval '30 minutes' where account_id = ?")
                .param(amina.id().value())
                .update();

        assertThat(press(visitor, token).statusCode()).isEqualTo(404);
        bean(ProveEmail.class).forgetExpired();
        assertThat(sql().sql("select count(*) from email_proof where address = ?")
                        .param(address)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isAskedForOnceTheNewAccountIsThere() {
        String phone = freshPhone();
        Visitor newcomer = visitor();
        String wanted = "new" + address;
        newcomer.post("/signup", "name", "Chao", "phone", phone, "email", wanted, "password", TwoReplicas.PASSWORD);
        assertThat(mails(wanted)).isZero();

        newcomer.post("/login/code", "code", code(phone));
        press(newcomer, link(wanted).group(2));

        assertThat(newcomer.get("/account").body()).contains(wanted);
    }

    @Test
    void isNoAddressOrOneThatHadTooManyMails() {
        assertThat(type(visitor, "no address").statusCode()).isEqualTo(422);
        assertThat(type(visitor, "a@example.com,b@example.com").statusCode()).isEqualTo(422);
        assertThat(type(visitor, "a\u0000@example.com").statusCode()).isEqualTo(422);
        IntStream.range(0, 3).forEach(i -> type(visitor, address));
        assertThat(type(visitor, address).statusCode()).isEqualTo(429);
    }

    @Test
    void goesWhenItIsTakenOutOfTheForm() {
        bean(ProvedContacts.class).email(amina.id(), address);
        assertThat(type(visitor, address).statusCode()).isEqualTo(303);
        assertThat(mails(address)).isZero();

        type(visitor, "");

        assertThat(email(amina)).isNull();
    }

    private static Visitor signedIn(Member member) {
        Visitor visitor = visitor();
        visitor.signIn(member.phone(), TwoReplicas.PASSWORD);
        return visitor;
    }

    private static String address(Member member) {
        return "p" + member.phone().substring(1) + "@example.com";
    }

    private HttpResponse<String> type(Visitor person, String email) {
        return person.post(
                "/account/details",
                "name",
                "Amina",
                "phone",
                amina.phone(),
                "email",
                email,
                "present",
                TwoReplicas.PASSWORD);
    }

    private static HttpResponse<String> press(Visitor person, String token) {
        return person.post("/account/email", "token", token);
    }

    private static @Nullable String email(Member member) {
        return bean(Accounts.class).find(member.id()).orElseThrow().email();
    }

    private static int mails(String to) {
        return sql().sql("select count(*)::int from mail where address = ?")
                .param(to)
                .query(Integer.class)
                .single();
    }

    private static String mail(String to) {
        return sql().sql("select body from mail where address = ? order by id desc limit 1")
                .param(to)
                .query(String.class)
                .single();
    }

    private static Matcher link(String to) {
        Matcher link = LINK.matcher(mail(to));
        assertThat(link.find()).isTrue();
        return link;
    }
}
