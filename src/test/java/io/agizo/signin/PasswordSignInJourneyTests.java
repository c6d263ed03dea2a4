package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.accounts.PasswordHashes;
import io.agizo.shared.Ids;
import io.agizo.signin.TwoReplicas.Member;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordSignInJourneyTests {

    @Test
    void hashesAnewWhatWasHashedWithLessEffort() {
        TwoReplicas.Member baraka = TwoReplicas.member();
        PasswordHashes hashes = TwoReplicas.bean(PasswordHashes.class);
        String weak = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(TwoReplicas.PASSWORD);
        hashes.replace(baraka.id(), weak);

        TwoReplicas.visitor().signIn(baraka.phone(), TwoReplicas.PASSWORD);

        assertThat(hashes.find(baraka.id()))
                .get()
                .asString()
                .contains("m=19456,t=2,")
                .isNotEqualTo(weak);
        Visitor again = TwoReplicas.visitor();
        again.signIn(baraka.phone(), TwoReplicas.PASSWORD);
        assertThat(again.isSignedIn()).isTrue();
    }

    @Test
    void opensOneSessionOnEveryReplica() {
        Visitor amina = visitor();
        assertThat(amina.isSignedIn()).isFalse();

        HttpResponse<String> answer = amina.signIn(member().phone(), PASSWORD);

        assertThat(Visitor.location(answer)).hasValue("/account");
        for (int i = 0; i < 4; i++) {
            assertThat(amina.isSignedIn()).isTrue();
        }
    }

    @Test
    void leadsWhoWorksHereToTheOfficeUnlessTheyWantedAnotherPage() {
        Member baraka = member();
        sql().sql("""
                        insert into employee (id, account_id, permissions, state, version, created_at)
                        values (?, ?, '{orders:read}', 'active', 1, now())
                        """).param(Ids.next()).param(baraka.id().value()).update();
        Visitor fromTheLogin = visitor();
        Visitor fromAPage = visitor();
        fromAPage.get("/account/password");

        assertThat(Visitor.location(fromTheLogin.signIn(baraka.phone(), PASSWORD)))
                .hasValue("/office");
        assertThat(fromTheLogin.get("/office").statusCode()).isEqualTo(200);
        assertThat(Visitor.location(fromAPage.signIn(baraka.phone(), PASSWORD))).hasValue("/account/password");
    }

    @Test
    void takesTheNumberAsPeopleWriteItAndTheAddressInAnyCase() {
        Member amina = member();
        sql().sql("update account set email = 'Amina.%s@example.test' where id = ?".formatted(amina.phone()))
                .param(amina.id().value())
                .update();

        for (String typed :
                List.of(amina.phone().replace("+254", "0"), "  amina." + amina.phone() + "@EXAMPLE.test ")) {
            Visitor visitor = visitor();
            visitor.signIn(typed, PASSWORD);
            assertThat(visitor.isSignedIn()).as(typed).isTrue();
        }
    }

    @Test
    void takesNoFieldFromTheAddress() {
        Visitor visitor = visitor();

        HttpResponse<String> answer =
                visitor.post("/login?username=" + member().phone().substring(1), "password", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void takesPasswordsInWhole() {
        Member amina = member();
        String password = "kahawa ".repeat(12) + "tamu";
        TwoReplicas.setPassword(amina, password);

        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), password.substring(0, password.length() - 1) + "X");
        assertThat(visitor.isSignedIn()).isFalse();
        visitor.signIn(amina.phone(), password);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void changesTheSessionThatSomeoneMayHavePlanted() {
        Visitor attacker = visitor();
        attacker.signIn(member().phone(), PASSWORD);
        String planted = attacker.cookie("session");
        Visitor amina = visitor();
        amina.plant("session", planted);

        HttpResponse<String> answer = amina.signIn(member().phone(), PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("session="))
                .noneMatch(cookie -> cookie.startsWith("session=" + planted));
        assertThat(attacker.isSignedIn()).isFalse();
    }

    @Test
    void leavesNothingOfWhoeverUsedTheBrowserBefore() {
        Member first = member();
        Member second = member();
        Visitor shared = visitor();
        shared.signIn(first.phone(), PASSWORD);
        shared.signIn(second.phone(), PASSWORD);

        assertThat(sql().sql("select distinct principal_name from spring_session where principal_name in (?, ?)")
                        .params(first.id().toString(), second.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly(second.id().toString());
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        HttpResponse<String> answer = visitor().signIn(member().phone(), PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain", "Max-Age");
    }

    @Test
    void endsAtTheNextRequestOfWhoeverIsRemoved() {
        Member amina = member();
        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), PASSWORD);
        assertThat(visitor.isSignedIn()).isTrue();

        sql().sql("delete from account where id = ?").param(amina.id().value()).update();

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void endsAfterItsWholeTimeHoweverBusy() {
        Member amina = member();
        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), PASSWORD);
        long ninetyDays = SessionLimits.OF_SHOPPERS.whole().toMillis();

        sql().sql("update spring_session set creation_time = creation_time - ? where principal_name = ?")
                .params(ninetyDays, amina.id().toString())
                .update();

        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void endsWhenWhatAnEarlierReleaseWroteCannotBeRead() {
        Member amina = member();
        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), PASSWORD);

        sql().sql("""
                        update spring_session_attributes set attribute_bytes = '\\xCAFE'
                         where session_primary_id in (select primary_id from spring_session where principal_name = ?)
                        """).param(amina.id().toString()).update();

        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void endsOnEveryReplicaWhenThePersonSignsOut() {
        Visitor visitor = visitor();
        visitor.signIn(member().phone(), PASSWORD);
        String session = visitor.cookie("session");

        visitor.post("/logout");

        Visitor thief = visitor();
        thief.plant("session", session);
        assertThat(thief.isSignedIn()).isFalse();
        assertThat(thief.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout"})
    void takesNoFormFromAnotherSite(String path) {
        Visitor visitor = visitor();
        visitor.signIn(member().phone(), PASSWORD);

        HttpResponse<String> answer =
                visitor.postFromElsewhere(path, "username", member().phone(), "password", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void tellsOnAPageThatAFormWasNotTakenAndInTheTrail() {
        Visitor visitor = visitor().with("Accept", "text/html", "Accept-Language", "sw");

        HttpResponse<String> answer = visitor.postFromElsewhere("/login", "username", "0711000001", "password", "x");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<html lang=\"sw\">", "Tafadhali tuma tena");
        await().until(() -> noted("foreign-form", "{}"));
    }

    @Test
    void clearsWhatTheBrowserStoredOnceTheySignOut() {
        Visitor visitor = visitor();
        visitor.signIn(member().phone(), PASSWORD);

        assertThat(visitor.post("/logout").headers().firstValue("Clear-Site-Data"))
                .hasValue("\"storage\"");
    }

    static boolean noted(String event, String detail) {
        return sql().sql("select exists (select from audit_event where event = ? and detail @> ?::jsonb)")
                .param(event)
                .param(detail)
                .query(Boolean.class)
                .single();
    }

    @Test
    void leadsToTheWantedPageOfThisShopWhateverHostTheRequestNamed() {
        Visitor amina = visitor().with("X-Forwarded-Host", "evil.example");
        amina.get("/account?order=newest");

        HttpResponse<String> answer = amina.signIn(member().phone(), PASSWORD);

        assertThat(Visitor.location(answer)).hasValue("/account?order=newest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?continue=https://evil.example/", "?redirect=//evil.example", "?next=/%5Cevil.example"})
    void isLedNowhereElseByTheAddressOfThePage(String query) {
        Visitor amina = visitor();
        amina.get("/login" + query);

        HttpResponse<String> answer = amina.signIn(member().phone(), PASSWORD);

        assertThat(Visitor.location(answer)).hasValue("/account");
    }
}
