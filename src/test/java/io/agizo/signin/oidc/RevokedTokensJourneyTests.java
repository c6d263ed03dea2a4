package io.agizo.signin.oidc;

import static io.agizo.RunningShop.json;
import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.member;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Clients that give tokens back before their time (RFC 7009). */
class RevokedTokensJourneyTests {

    private final ForeignClient client = ForeignClient.registered("orders:read");
    private final Member amina = member();
    private final Visitor browser = visitor();
    private final String proof = RunningShop.basic(client.id(), client.secret());

    @BeforeEach
    void isSignedIn() {
        browser.signIn(amina.phone(), PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh_token", "access_token"})
    void endTheGrantWithAllItsTokens(String which) {
        JsonNode tokens = client.tokens(browser);
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(200);

        HttpResponse<String> answer =
                revoke(proof, "token=" + tokens.path(which).asString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(401);
        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(401);
        assertThat(client.refresh(tokens.path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
        assertThat(revoke(proof, "token=" + tokens.path(which).asString()).statusCode())
                .as("once more")
                .isEqualTo(200);
    }

    @Test
    void areFoundWhateverTheHintSays() {
        JsonNode tokens = client.tokens(browser);

        revoke(
                proof,
                "token_type_hint=access_token&token="
                        + tokens.path("refresh_token").asString());

        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void areNoneForWhomTheyAreNot() {
        JsonNode tokens = client.tokens(browser);
        ForeignClient thief = ForeignClient.registered("orders:read");

        HttpResponse<String> answer = revoke(
                RunningShop.basic(thief.id(), thief.secret()),
                "token=" + tokens.path("refresh_token").asString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(200);
    }

    @Test
    void areGivenBackAlreadyIfNobodyKnowsThem() {
        assertThat(revoke(proof, "token=no.such").statusCode()).isEqualTo(200);
        assertThat(revoke(proof, "token=nosuch").statusCode()).isEqualTo(200);
        assertThat(revoke(null, "client_id=agizo&token=no.such").statusCode()).isEqualTo(200);
        assertThat(revoke(proof, "").statusCode()).isEqualTo(400);
    }

    @Test
    void areTakenFromNobodyWhoDoesNotProveWhoTheyAre() {
        JsonNode tokens = client.tokens(browser);
        String token = tokens.path("refresh_token").asString();

        assertThat(revoke(null, "token=" + token).statusCode()).isEqualTo(401);
        assertThat(revoke(null, "client_id=" + client.id() + "&token=" + token).statusCode())
                .isEqualTo(401);
        assertThat(revoke(RunningShop.basic(client.id(), "wrong"), "token=" + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(200);
    }

    @Test
    void ofAProgramItselfLiveOutTheirHour() {
        sql().sql("update api_client set acts_alone = true where id = ?")
                .param(client.id())
                .update();
        String token = ForeignClient.access(json(TwoReplicas.shop()
                .requestToken(client.id(), client.secret(), Map.of("grant_type", "client_credentials"))));

        HttpResponse<String> answer = revoke(proof, "token=" + token);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo("unsupported_token_type");
    }

    @Test
    void areRefusedAtEveryDoorBesideAnotherProof() {
        String token = ForeignClient.access(client.tokens(browser));
        RunningShop shop = TwoReplicas.shop();

        for (String path :
                new String[] {"/api/v1/orders/summary", "/userinfo", "/api/v1/products", "/actuator/prometheus"}) {
            assertThat(shop.send(HttpRequest.newBuilder(shop.uri(path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Authorization", "Bearer " + token))
                            .statusCode())
                    .as(path)
                    .isEqualTo(400);
            assertThat(shop.get(path + "?access_token=" + token, token).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(shop.send(HttpRequest.newBuilder(shop.uri("/graphql"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .header("Authorization", proof)
                                .POST(BodyPublishers.ofString("{\"query\":\"{ __typename }\"}")))
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> revoke(@Nullable String proof, String form) {
        RunningShop shop = TwoReplicas.shop();
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.uri("/oauth2/revoke"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return shop.send(proof == null ? request : request.header("Authorization", proof));
    }
}
