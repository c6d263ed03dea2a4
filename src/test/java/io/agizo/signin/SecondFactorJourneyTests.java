package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.bean;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.signin.TwoReplicas.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

class SecondFactorJourneyTests {

    private final Member amina = member();
    private final AppOnPhone app = AppOnPhone.addedBy(amina);
    private final List<String> recoveryCodes = app.recoveryCodes();

    @Test
    void isAskedForBeforeAnythingOpens() {
        Visitor visitor = visitor();

        assertThat(Visitor.location(visitor.signIn(amina.phone(), PASSWORD))).hasValue("/login/second-factor");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(Visitor.location(visitor.post("/login/second-factor", "code", app.code())))
                .hasValue("/account");
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void isAskedForAfterATextedCodeToo() {
        Visitor visitor = visitor();
        visitor.post("/login/sms", "phone", amina.phone());

        assertThat(Visitor.location(visitor.post("/login/code", "code", TwoReplicas.code(amina.phone()))))
                .hasValue("/login/second-factor");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void takesNoCodeTwice() {
        String code = app.code();
        Visitor first = visitor();
        first.signIn(amina.phone(), PASSWORD);
        first.post("/login/second-factor", "code", code);
        Visitor second = visitor();
        second.signIn(amina.phone(), PASSWORD);

        second.post("/login/second-factor", "code", code);

        assertThat(first.isSignedIn()).isTrue();
        assertThat(second.isSignedIn()).isFalse();
    }

    @Test
    void givesRecoveryCodesOf140BitsInGroupsToWriteDown() {
        assertThat(recoveryCodes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){6}[a-z2-7]{4}"));
    }

    @Test
    void takesARecoveryCodeOnce() {
        for (boolean good : List.of(true, false)) {
            Visitor visitor = visitor();
            visitor.signIn(amina.phone(), PASSWORD);
            visitor.post(
                    "/login/second-factor", "code", recoveryCodes.getFirst().toUpperCase());
            assertThat(visitor.isSignedIn()).isEqualTo(good);
        }
    }

    @Test
    void opensNothingByItself() {
        Visitor visitor = visitor();

        assertThat(visitor.post("/login/second-factor", "code", app.code()).statusCode())
                .isEqualTo(422);

        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void isNotGuessed() {
        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), PASSWORD);

        for (int i = 0; i < 5; i++) {
            assertThat(visitor.post("/login/second-factor", "code", "wrong" + i).statusCode())
                    .isEqualTo(422);
        }

        assertThat(visitor.post("/login/second-factor", "code", app.code()).statusCode())
                .isEqualTo(429);
    }

    @Test
    void isNotNeededAnyMoreOnceItWasRemoved() {
        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), PASSWORD);
        visitor.post("/login/second-factor", "code", app.code());

        visitor.post("/account/authenticator/remove", "present", PASSWORD);

        Awaitility.await()
                .until(() -> TwoReplicas.readTexts(amina.phone())
                        .anyMatch(text -> text.contains("the authenticator app was taken off")));
        Visitor later = visitor();
        later.signIn(amina.phone(), PASSWORD);
        assertThat(later.isSignedIn()).isTrue();
    }

    @Test
    void isAskedForAnewByWhatNeedsAFreshSignIn() {
        Visitor visitor = visitor();
        visitor.signIn(amina.phone(), PASSWORD);
        visitor.post("/login/second-factor", "code", app.code());
        assertThat(visitor.get("/account/details").statusCode()).isEqualTo(200);

        age();

        assertThat(Visitor.location(visitor.get("/account/details"))).hasValue("/login/again");
        assertThat(Visitor.location(visitor.signIn(amina.phone(), PASSWORD))).hasValue("/login/second-factor");
        assertThat(Visitor.location(visitor.get("/account/details"))).hasValue("/login/again");
        assertThat(Visitor.location(visitor.post("/login/second-factor", "code", recoveryCodes.getLast())))
                .hasValue("/account/details");
        assertThat(visitor.get("/account/details").statusCode()).isEqualTo(200);
    }

    /** Makes all that was proved in Amina's session an hour old. */
    private void age() {
        BrowserSessionStore sessions = bean(BrowserSessionStore.class);
        for (Session session : List.<Session>copyOf(
                sessions.findByPrincipalName(amina.id().toString()).values())) {
            SecurityContext context = session.getAttribute("SPRING_SECURITY_CONTEXT");
            List<FactorGrantedAuthority> old = context.getAuthentication().getAuthorities().stream()
                    .map(factor -> FactorGrantedAuthority.withAuthority(factor.getAuthority())
                            .issuedAt(Instant.now().minus(Duration.ofHours(1)))
                            .build())
                    .toList();
            session.setAttribute(
                    "SPRING_SECURITY_CONTEXT",
                    new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                            amina.id().toString(), null, old)));
            store(sessions, session);
        }
    }

    @SuppressWarnings("unchecked")
    private static <S extends Session> void store(SessionRepository<?> sessions, S session) {
        ((SessionRepository<S>) sessions).save(session);
    }

    /** What the app shows so many half minutes from now. */
}
