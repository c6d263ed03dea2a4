package io.agizo.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Agizo;
import io.agizo.TestDatabase;
import io.agizo.accounts.SetUpShop;
import io.agizo.identity.People;
import io.agizo.identity.Permission;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new, real shop, whose link lies in the terminal of whoever started it. */
class SettingUpJourneyTests {

    private static final String[] OWNER = {
        "name", "Wanjiru", "phone", "0711000077", "email", "", "password", TwoReplicas.PASSWORD
    };

    private final ConfigurableApplicationContext shop = start();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void makesTheOwnerOnceAndSignsThemIn() {
        String link = shop.getBean(SetUpShop.class).newLink().orElseThrow();
        String token = link.substring(link.indexOf('=') + 1);
        Visitor owner = visitor();
        assertThat(visitor().get("/set-up?token=guessed").statusCode()).isEqualTo(404);
        assertThat(owner.get("/set-up?token=" + token).statusCode()).isEqualTo(200);

        assertThat(Visitor.location(owner.post("/set-up", with(token)))).hasValue("/office");

        assertThat(owner.isSignedIn()).isTrue();
        UUID account = shop.getBean(JdbcClient.class)
                .sql("select id from account where phone = '+254711000077'")
                .query(UUID.class)
                .single();
        assertThat(shop.getBean(People.class).find(account).orElseThrow().permissions())
                .containsExactlyInAnyOrder(Permission.values());
        assertThat(visitor().post("/set-up", with(token)).statusCode()).isEqualTo(404);
    }

    private static String[] with(String token) {
        String[] fields = new String[OWNER.length + 2];
        fields[0] = "token";
        fields[1] = token;
        System.arraycopy(OWNER, 0, fields, 2, OWNER.length);
        return fields;
    }

    private Visitor visitor() {
        return new Visitor(
                List.of(((WebServerApplicationContext) shop).getWebServer().getPort()));
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Agizo.class)
                .run(
                        "--server.port=0",
                        "--agizo.demo.active=false",
                        "--agizo.public-url=http://localhost:8080",
                        "--spring.datasource.url=" + TestDatabase.freshUrl(),
                        "--spring.datasource.username=" + TestDatabase.USER,
                        "--spring.datasource.password=" + TestDatabase.PASSWORD);
    }
}
