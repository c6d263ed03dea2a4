package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages on which an owner lets programs in. */
class OfficeClientsJourneyTests {
    private static final String CLIENTS = "/office/settings/clients";

    private final Visitor owner = hired("owner").signedIn();

    @Test
    void showsTheSecretOfAProgramOnce() {
        HttpResponse<String> made =
                owner.post(CLIENTS + "/new", "name", "Bookkeeping", "permission", "orders:read", "alone", "yes");
        String secret = secret(made);
        String id = made.body().replaceAll("(?s).*(client-[a-z0-9]{12}).*", "$1");
        String page = CLIENTS + "/" + id;

        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(owner.get(page).body()).contains("Bookkeeping").doesNotContain(secret);
        assertThat(owner.get(CLIENTS).body()).contains(id).doesNotContain(secret);
        assertThat(mayGetATokenWith(id, secret)).isTrue();

        HttpResponse<String> rotated = owner.post(page + "/rotate", "version", "1");
        assertThat(mayGetATokenWith(id, secret(rotated))).isTrue();
        assertThat(mayGetATokenWith(id, secret)).as("the old one, for a day").isTrue();
        assertThat(owner.post(page + "/rotate", "version", "1").statusCode())
                .as("the same form once more")
                .isEqualTo(412);

        assertThat(Visitor.location(owner.post(
                        page,
                        "name",
                        "Books",
                        "alone",
                        "yes",
                        "permission",
                        "orders:read",
                        "permission",
                        "customers:read")))
                .hasValue(page);
        assertThat(owner.get(page).body()).contains("Books", "Saved.");
        assertThat(owner.post(page, "name", " ").statusCode()).isEqualTo(422);
        assertThat(Visitor.location(owner.post(page + "/revoke"))).hasValue(CLIENTS);
        assertThat(mayGetATokenWith(id, secret(rotated))).isFalse();
    }

    @Test
    void letsPeopleSignInToAProgramThatSaysWhereTheyComeBackTo() {
        String back = "https://app.example.test/back";
        HttpResponse<String> refused = owner.post(
                CLIENTS + "/new", "name", "App", "redirectUris", back + "\nhttp://app.example.test/", "alone", "yes");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("redirectUris-fault", back + "\nhttp://app.example.test/</textarea>");
        assertThat(owner.post(CLIENTS + "/new", "name", "App").body())
                .contains("Say that it works by itself, or where people come back to.");

        HttpResponse<String> made = owner.post(
                CLIENTS + "/new", "name", "App", "redirectUris", " " + back + "\n\n", "profileScope", "phone");

        String id = made.body().replaceAll("(?s).*(client-[a-z0-9]{12}).*", "$1");
        assertThat(owner.get(CLIENTS + "/" + id).body())
                .contains(back + "</textarea>")
                .containsPattern("value=\"phone\"[^>]* checked")
                .doesNotContainPattern("name=\"alone\"[^>]* checked");
        assertThat(mayGetATokenWith(id, secret(made))).isFalse();
    }

    @Test
    void keepsFormsOfOtherSitesOut() {
        assertThat(owner.postFromElsewhere(CLIENTS + "/new", "name", "Trap").statusCode())
                .isEqualTo(403);
    }

    private static String secret(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body().replaceAll("(?s).*(agizo_[A-Za-z0-9_-]{43}).*", "$1");
    }

    private static boolean mayGetATokenWith(String id, String secret) {
        return TwoReplicas.shop()
                        .requestToken(id, secret, Map.of("grant_type", "client_credentials"))
                        .statusCode()
                == 200;
    }
}
