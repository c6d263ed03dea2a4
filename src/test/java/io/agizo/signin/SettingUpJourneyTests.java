package io.agizo.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.agizo.Agizo;
import io.agizo.TestDatabase;
import io.agizo.accounts.Account;
import io.agizo.accounts.Accounts;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import io.agizo.notifications.phonescreen.ReadPhones;
import io.agizo.shared.PhoneNumber;
import io.agizo.staff.SetUpShop;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A new, real shop, whose link lies in the terminal of whoever started it. */
class SettingUpJourneyTests {

    private static final String PHONE = "+254711000077";
    private static final String ADDRESS = "wanjiru@example.com";
    private static final String WITH_TEXTS = "--agizo.sms.gateway=phone-screen";

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<ConfigurableApplicationContext> shops = new ArrayList<>();

    @AfterEach
    void close() {
        shops.forEach(ConfigurableApplicationContext::close);
        mails.stop();
    }

    @Test
    void makesTheOwnerOnceTheirPhoneIsProvedAndSignsThemIn() {
        ConfigurableApplicationContext shop = start(WITH_TEXTS);
        String token = token(shop);
        Visitor owner = visitor(shop);
        assertThat(visitor(shop).get("/set-up?token=guessed").statusCode()).isEqualTo(404);
        assertThat(owner.get("/set-up?token=" + token).body()).doesNotContain("name=\"email\"");

        assertThat(Visitor.location(post(owner, token))).hasValue("/login/code");
        assertThat(Visitor.location(owner.post("/login/code/again"))).hasValue("/login/code");
        assertThat(owner.post("/login/code", "code", "wrong").statusCode()).isEqualTo(422);
        assertThat(shop.getBean(SetUpShop.class).isOpen(token)).isTrue();
        owner.post("/login/code", "code", code(shop));

        assertThat(owner.isSignedIn()).isTrue();
        assertThat(shop.getBean(People.class)
                        .find(account(shop).id().value())
                        .orElseThrow()
                        .permissions())
                .containsExactlyInAnyOrder(Permission.values());
        assertThat(account(shop).phoneProved()).isTrue();
        assertThat(post(visitor(shop), token).statusCode()).isEqualTo(404);
    }

    @Test
    void takesThePhoneAsANameToSignInByWhereTheShopCannotTextAndProvesTheAddressByMail() throws Exception {
        mails.start();
        ConfigurableApplicationContext shop = start(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort(),
                "--agizo.mail.from=duka@example.com");
        String token = token(shop);
        Visitor owner = visitor(shop);
        assertThat(owner.get("/set-up?token=" + token).body()).contains("name=\"email\"");

        assertThat(Visitor.location(post(owner, token))).hasValue("/office");

        assertThat(account(shop).phoneProved()).isFalse();
        assertThat(owner.get("/account").body()).contains("not proved to be yours yet");
        assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
        String mail = mails.getReceivedMessages()[0].getContent().toString();
        owner.post("/account/email", "token", mail.replaceAll("(?s).*token=(\\S+).*", "$1"));
        assertThat(account(shop).email()).isEqualTo(ADDRESS);
        Visitor later = visitor(shop);
        later.signIn(PHONE, TwoReplicas.PASSWORD);
        assertThat(later.isSignedIn()).isTrue();
    }

    private static HttpResponse<String> post(Visitor visitor, String token) {
        return visitor.post(
                "/set-up",
                "token",
                token,
                "name",
                "Wanjiru",
                "phone",
                "0711000077",
                "email",
                ADDRESS,
                "password",
                TwoReplicas.PASSWORD);
    }

    private static String token(ConfigurableApplicationContext shop) {
        String link = shop.getBean(SetUpShop.class).newLink().orElseThrow();
        return link.substring(link.indexOf('=') + 1);
    }

    private static String code(ConfigurableApplicationContext shop) {
        return Awaitility.await()
                .until(
                        () -> shop.getBean(ReadPhones.class).only(new PhoneNumber(PHONE)),
                        phones -> !phones.isEmpty() && phones.getFirst().texts().size() == 2)
                .getFirst()
                .texts()
                .getFirst()
                .body()
                .replaceAll("(?s).*#(\\d{6})$", "$1");
    }

    private static Account account(ConfigurableApplicationContext shop) {
        return shop.getBean(Accounts.class).byPhone(new PhoneNumber(PHONE)).orElseThrow();
    }

    private static Visitor visitor(ConfigurableApplicationContext shop) {
        return new Visitor(
                List.of(((WebServerApplicationContext) shop).getWebServer().getPort()));
    }

    private ConfigurableApplicationContext start(String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--agizo.demo.active=false",
                                "--agizo.public-url=http://localhost:8080",
                                "--spring.datasource.url=" + TestDatabase.freshUrl(),
                                "--spring.datasource.username=" + TestDatabase.USER,
                                "--spring.datasource.password=" + TestDatabase.PASSWORD),
                        Stream.of(settings))
                .toArray(String[]::new);
        ConfigurableApplicationContext shop = new SpringApplicationBuilder(Agizo.class).run(all);
        shops.add(shop);
        return shop;
    }
}
