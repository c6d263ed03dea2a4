package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrangersLeaveNoSessionJourneyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/products",
                "/cart",
                "/login",
                "/login?way=code",
                "/login/code",
                "/login/again",
                "/login/second-factor",
                "/signup",
                "/recover",
                "/recover/new",
                "/recover/new?token=x",
                "/recover/mailed",
                "/invitation?token=x",
                "/set-up?token=x",
                "/account",
                "/account/email?token=x",
                "/office",
                "/api/v1/docs",
                "/problems",
                "/nothing-here"
            })
    void byLookingAtAPage(String page) {
        Visitor stranger = visitor();

        stranger.get(page);

        assertThat(stranger.cookie("session")).isNull();
    }

    @Test
    void inTheTableByLookingAtManyPages() {
        long before = sessionsOfStrangers();

        for (String page : new String[] {"/", "/login", "/signup", "/recover", "/account", "/office/orders"}) {
            visitor().get(page);
        }

        assertThat(sessionsOfStrangers()).isEqualTo(before);
    }

    @Test
    void andAreStillLedToThePageTheyWanted() {
        Visitor amina = visitor();
        amina.get("/account?order=newest");

        assertThat(Visitor.location(amina.signIn(member().phone(), PASSWORD))).hasValue("/account?order=newest");
        assertThat(Visitor.location(amina.signIn(member().phone(), PASSWORD))).hasValue("/account");
    }

    private static long sessionsOfStrangers() {
        return sql().sql("select count(*) from spring_session where principal_name is null")
                .query(Long.class)
                .single();
    }
}
