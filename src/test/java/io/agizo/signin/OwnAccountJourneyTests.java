package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.accounts.PasswordHashes;
import io.agizo.signin.TwoReplicas.Member;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;

class OwnAccountJourneyTests {

    private final Member amina = member();

    @Test
    void endsTheSessionsOfOtherDevicesButNotOfOtherPeople() {
        Visitor here = signedIn(amina);
        Visitor lost = signedIn(amina);
        Visitor neighbour = signedIn(member());

        here.post("/account/sessions/end-others");

        assertThat(here.isSignedIn()).isTrue();
        assertThat(lost.isSignedIn()).isFalse();
        assertThat(neighbour.isSignedIn()).isTrue();
    }

    @Test
    void endsEverySession() {
        Visitor here = signedIn(amina);
        Visitor there = signedIn(amina);

        here.post("/account/sessions/end-all");

        assertThat(here.isSignedIn()).isFalse();
        assertThat(there.isSignedIn()).isFalse();
    }

    @Test
    void namesTheDeviceOfASessionAndLetsNobodyElseEndIt() {
        Visitor here = signedIn(amina);
        String page = here.get("/account").body();
        assertThat(page).contains("Chrome, Android").doesNotContain(here.cookie("session"));
        Visitor there = signedIn(amina);
        String id = there.get("/account").body().replaceAll("(?s).*/account/sessions/([0-9a-f]{16})/end.*", "$1");

        assertThat(signedIn(member()).post("/account/sessions/" + id + "/end").statusCode())
                .isEqualTo(404);
        assertThat(here.isSignedIn()).isTrue();
        there.post("/account/sessions/" + id + "/end");
        assertThat(here.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/password", "/account/authenticator", "/account/details"})
    void asksWhoSignedInLongAgoToDoItAgainAndLeadsBack(String page) {
        Visitor visitor = signedIn(amina);
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        makeOld(visitor);

        assertThat(Visitor.location(visitor.get(page))).hasValue("/login/again");
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(Visitor.location(visitor.signIn(amina.phone(), PASSWORD))).hasValue(page);
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/password",
                "/account/authenticator/remove",
                "/account/passkeys/x/remove",
                "/webauthn/register"
            })
    void changesNoWayInForWhoeverFindsAnOpenBrowser(String path) {
        Visitor visitor = signedIn(amina);
        makeOld(visitor);

        assertThat(Visitor.location(visitor.post(path, "password", "ndizi tano za Kisumu")))
                .hasValue("/login/again");
    }

    @Test
    void signsOtherDevicesOutWhenThePasswordChanges() {
        Visitor here = signedIn(amina);
        Visitor there = signedIn(amina);

        assertThat(Visitor.location(
                        here.post("/account/password", "present", PASSWORD, "password", "ndizi tano za Kisumu")))
                .hasValue("/account");

        assertThat(here.isSignedIn()).isTrue();
        assertThat(there.isSignedIn()).isFalse();
    }

    @Test
    void changesNoPasswordForWhoDoesNotKnowThePresentOneAndSlowsTheirGuesses() {
        Visitor visitor = signedIn(amina);
        String path = "/account/password";
        String wanted = "ndizi tano za Kisumu";
        HttpResponse<String> refused = visitor.post(path, "present", "mimi si yeye kabisa", "password", wanted);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not your present password.", "href=\"/recover\"");

        assertThat(Stream.generate(() -> visitor.post(path, "present", "mimi si yeye tena", "password", wanted))
                        .limit(20)
                        .map(HttpResponse::statusCode))
                .contains(429);
        assertThat(visitor.isSignedIn()).isTrue();
        await().untilAsserted(() -> assertThat(sql().sql(
                                "select coalesce(sum(times), 0) from audit_event where event = 'sign-in-failed' and subject_id = ?")
                        .param(amina.id().toString())
                        .query(Long.class)
                        .single())
                .isGreaterThan(1));
    }

    @Test
    void asksForNoPresentPasswordWhereThereIsNone() {
        Visitor visitor = signedIn(amina);
        TwoReplicas.bean(PasswordHashes.class).replace(amina.id(), null);

        assertThat(Visitor.location(visitor.post("/account/password", "password", "ndizi tano za Kisumu")))
                .hasValue("/account");
    }

    @Test
    void movesToANewNumberOnlyOnceItWasProved() {
        Visitor visitor = signedIn(amina);
        String newPhone = TwoReplicas.freshPhone();

        visitor.post("/account/details", "name", "Amina", "phone", newPhone, "present", PASSWORD);
        assertThat(phone()).isEqualTo(amina.phone());
        visitor.post("/login/code", "code", TwoReplicas.code(newPhone));

        assertThat(phone()).isEqualTo(newPhone);
    }

    @Test
    void setsNothingThatItsFormsDoNotHave() {
        Visitor visitor = signedIn(amina);

        visitor.post(
                "/account/details",
                "name",
                "Zawadi",
                "phone",
                amina.phone(),
                "id",
                "x",
                "role",
                "owner",
                "permissions",
                "orders:delete",
                "customer",
                "x",
                "passwordHash",
                "x",
                "version",
                "9");

        assertThat(sql().sql("select count(*)::int from employee where account_id = ?")
                        .param(amina.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(signedIn(amina).get("/account").body()).contains("Zawadi");
    }

    @Test
    void isKeptOutOfCaches() {
        assertThat(signedIn(amina).get("/account").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    private String phone() {
        return sql().sql("select phone from account where id = ?")
                .param(amina.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void notesAtMostOnceAMinuteThatASessionIsUsed() {
        Visitor visitor = signedIn(amina);
        visitor.get("/account");
        long noted = lastUse();

        visitor.get("/account");
        assertThat(lastUse()).isEqualTo(noted);
        sql().sql("update spring_session set last_access_time = last_access_time - 61000 where principal_name = ?")
                .param(amina.id().toString())
                .update();
        visitor.get("/account");
        assertThat(lastUse()).isGreaterThanOrEqualTo(noted);
    }

    private long lastUse() {
        return sql().sql("select last_access_time from spring_session where principal_name = ?")
                .param(amina.id().toString())
                .query(Long.class)
                .single();
    }

    private static Visitor signedIn(Member member) {
        Visitor visitor = visitor();
        visitor.signIn(member.phone(), PASSWORD);
        return visitor;
    }

    /** As if the person of the session had signed in a quarter of an hour before. */
    private void makeOld(Visitor visitor) {
        BrowserSessionStore store = TwoReplicas.bean(BrowserSessionStore.class);
        makeOld(store, visitor.cookie("session"));
    }

    private <S extends Session> void makeOld(org.springframework.session.SessionRepository<S> store, String id) {
        S session = store.findById(id);
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        amina.id().toString(),
                        null,
                        java.util.List.of(
                                FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                                        .issuedAt(Instant.now().minus(Duration.ofMinutes(15)))
                                        .build()))));
        store.save(session);
    }
}
