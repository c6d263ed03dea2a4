package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.bean;
import static io.agizo.signin.TwoReplicas.code;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.readTexts;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.accounts.AccountDetails;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.ProvedContacts;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.signin.TwoReplicas.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People hear of it when a way into their account changes. */
class ToldOfChangesJourneyTests {

    private static final String NEW = "ndizi tano za Kisumu";

    private final Member amina = member();
    private final String address = "t" + amina.phone().substring(1) + "@example.com";
    private final Visitor visitor = visitor();

    ToldOfChangesJourneyTests() {
        bean(ProvedContacts.class).email(amina.id(), address);
        visitor.signIn(amina.phone(), TwoReplicas.PASSWORD);
    }

    @Test
    void byTextAndByMailWithoutASecret() {
        visitor.post("/account/password", "present", TwoReplicas.PASSWORD, "password", NEW);

        awaitText(amina.phone(), "the password of your account was changed. Was that not you?");
        assertThat(mails(address))
                .singleElement()
                .asString()
                .contains("password")
                .doesNotContain(NEW, "http");
    }

    @Test
    void inTheirLanguage() {
        Caller caller = bean(People.class).find(amina.id().value()).orElseThrow();
        bean(Accounts.class).change(caller, null, present -> new AccountDetails(present.name(), "sw"));

        visitor.post("/account/password", "present", TwoReplicas.PASSWORD, "password", NEW);

        awaitText(amina.phone(), "nywila ya akaunti yako imebadilishwa");
    }

    @Test
    void ofARecoveryWhoeverMadeIt() {
        Visitor stranger = visitor();
        stranger.post("/recover", "contact", amina.phone());
        stranger.post("/recover/new", "code", code(amina.phone()), "password", NEW);

        awaitText(amina.phone(), "somebody got back into your account");
        assertThat(mails(address)).hasSize(1);
    }

    @Test
    void onTheOldPhoneAsWellAsOnTheNew() {
        String next = freshPhone();
        visitor.post("/account/details", "name", "Amina", "phone", next, "present", TwoReplicas.PASSWORD);
        visitor.post("/login/code", "code", code(next));

        awaitText(amina.phone(), "the phone number of your account was changed");
        awaitText(next, "the phone number of your account was changed");
    }

    @Test
    void atTheOldAddressWhenItIsTakenAway() {
        visitor.post(
                "/account/details",
                "name",
                "Amina",
                "phone",
                amina.phone(),
                "email",
                "",
                "present",
                TwoReplicas.PASSWORD);

        awaitText(amina.phone(), "the e-mail address of your account was changed");
        assertThat(mails(address)).hasSize(1);
    }

    private static void awaitText(String phone, String words) {
        await().until(() -> readTexts(phone).anyMatch(text -> text.contains(words)));
    }

    private static List<String> mails(String to) {
        return sql().sql("select body from mail where address = ?")
                .param(to)
                .query(String.class)
                .list();
    }
}
