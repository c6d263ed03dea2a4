package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.code;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.signin.TwoReplicas.Member;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrangersKeepNobodyOutJourneyTests {

    private final Member amina = member();
    private final Visitor stranger = visitor().with("X-Forwarded-For", "203.0.113.7");
    private final Visitor herNewDevice = visitor().with("X-Forwarded-For", "198.51.100.8");

    @Test
    void byAskingForCodesOfTheirOwn() {
        herNewDevice.post("/login/sms", "phone", amina.phone());
        String hers = code(amina.phone());
        for (int i = 0; i < 6; i++) {
            visitor().with("X-Forwarded-For", "203.0.113.7").post("/login/sms", "phone", amina.phone());
        }

        herNewDevice.post("/login/code", "code", hers);

        assertThat(herNewDevice.isSignedIn()).isTrue();
        Visitor another = visitor().with("X-Forwarded-For", "198.51.100.9");
        assertThat(Visitor.location(another.post("/login/sms", "phone", amina.phone())))
                .hasValue("/login/code");
    }

    @Test
    void byTypingWrongPasswords() {
        assertThat(Stream.generate(() -> stranger.signIn(amina.phone(), "not her password")
                                .statusCode())
                        .limit(8))
                .contains(429);

        herNewDevice.signIn(amina.phone(), PASSWORD);

        assertThat(herNewDevice.isSignedIn()).isTrue();
    }

    @Test
    void byKnowingThePasswordAndTypingWrongCodesOfTheApp() {
        AppOnPhone app = AppOnPhone.addedBy(amina);
        stranger.signIn(amina.phone(), PASSWORD);
        assertThat(Stream.generate(() -> stranger.post("/login/second-factor", "code", "wrong")
                                .statusCode())
                        .limit(8))
                .contains(429);

        herNewDevice.signIn(amina.phone(), PASSWORD);
        herNewDevice.post("/login/second-factor", "code", app.code());

        assertThat(herNewDevice.isSignedIn()).isTrue();
    }

    @Test
    void byKeepingTheirNetworkBusyWhereAnotherIsKnown() {
        herNewDevice.signIn(amina.phone(), PASSWORD);
        Visitor herPhone = herNewDevice.with("X-Forwarded-For", "203.0.113.99");
        herPhone.post("/logout");
        Visitor neighbour = visitor().with("X-Forwarded-For", "203.0.113.99");
        assertThat(Stream.generate(() -> neighbour
                                .post("/login/sms", "phone", TwoReplicas.freshPhone())
                                .statusCode())
                        .limit(25))
                .contains(429);

        assertThat(Visitor.location(herPhone.post("/login/sms", "phone", amina.phone())))
                .hasValue("/login/code");
    }
}
