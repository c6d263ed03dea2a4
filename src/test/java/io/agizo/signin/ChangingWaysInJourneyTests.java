package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.bean;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.accounts.Accounts;
import io.agizo.accounts.PasswordHashes;
import io.agizo.shared.PhoneNumber;
import io.agizo.signin.TwoReplicas.Member;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sits down at a browser in which its owner signed in a moment ago. */
class ChangingWaysInJourneyTests {

    private final Member amina = member();
    private final Visitor browser = visitor();

    ChangingWaysInJourneyTests() {
        browser.signIn(amina.phone(), PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/details",
                "/account/password",
                "/account/authenticator",
                "/account/authenticator/remove",
                "/account/passkeys/x/remove",
                "/account/issuer/unlink",
                "/webauthn/register/options"
            })
    void needsThePresentPassword(String door) {
        assertThat(change(door, "not her password").statusCode()).isEqualTo(422);
        assertThat(change(door, PASSWORD).body())
                .doesNotContain("This is not your present password")
                .isNotEqualTo(change(door, "not her password").body());
    }

    @Test
    void movesNoPhoneAndTakesNoAddressWithoutIt() {
        String phone = freshPhone();

        assertThat(browser.post("/account/details", "name", "Amina", "phone", phone, "email", "eve@example.test")
                        .body())
                .contains("This is not your present password");

        assertThat(TwoReplicas.texts(phone)).isZero();
        assertThat(sql().sql("select count(*) from email_proof where account_id = ?")
                        .param(amina.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void movesNoPhoneForWhoWasSignedOutMeanwhile() {
        String phone = freshPhone();
        browser.post("/account/details", "name", "Amina", "phone", phone, "present", PASSWORD);
        Visitor owner = visitor();
        owner.signIn(amina.phone(), PASSWORD);
        owner.post("/account/password", "present", PASSWORD, "password", "ndizi tano za Kisumu");

        browser.post("/login/code", "code", TwoReplicas.code(phone));

        assertThat(bean(Accounts.class).find(amina.id()).orElseThrow().phone())
                .isEqualTo(new PhoneNumber(amina.phone()));
    }

    @Test
    void hasNoDoorOfTheFrameworksOwnToRemoveAPasskey() {
        assertThat(browser.delete("/webauthn/register/x").statusCode()).isEqualTo(403);
    }

    @Test
    void needsNothingForTheNameAlone() {
        assertThat(Visitor.location(browser.post("/account/details", "name", "Zawadi", "phone", amina.phone())))
                .hasValue("/account");
    }

    @Test
    void slowsDownWhoGuesses() {
        assertThat(Stream.generate(() -> change("/account/authenticator/remove", "a guess of mine"))
                        .limit(8)
                        .map(HttpResponse::statusCode))
                .contains(429);
    }

    @Test
    void needsTheAuthenticatorOfWhoHasNoPassword() {
        AppOnPhone app = AppOnPhone.addedBy(amina);
        bean(PasswordHashes.class).replace(amina.id(), null);

        assertThat(change("/account/authenticator/remove", "").statusCode()).isEqualTo(422);
        assertThat(Visitor.location(change("/account/authenticator/remove", app.code())))
                .hasValue("/account");
    }

    private HttpResponse<String> change(String door, String present) {
        return browser.post(
                door,
                "present",
                present,
                "name",
                "Amina",
                "phone",
                freshPhone(),
                "code",
                "000000",
                "password",
                "ndizi tano za Kisumu",
                "issuer",
                "https://login.example.test",
                "subject",
                "x");
    }
}
