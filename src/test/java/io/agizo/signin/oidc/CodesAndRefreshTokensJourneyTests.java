package io.agizo.signin.oidc;

import static io.agizo.RunningShop.json;
import static io.agizo.signin.TwoReplicas.PASSWORD;
import static io.agizo.signin.TwoReplicas.sql;
import static io.agizo.signin.TwoReplicas.visitor;
import static io.agizo.signin.oidc.ForeignClient.VERIFIER;
import static io.agizo.signin.oidc.ForeignClient.parameter;
import static io.agizo.signin.oidc.ForeignClient.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Codes and refresh tokens in hands that they were not made for, or twice in the same. */
class CodesAndRefreshTokensJourneyTests {

    private final ForeignClient client = ForeignClient.registered("orders:read", "orders:place");
    private final Member amina = ForeignClient.employee();
    private final Visitor browser = visitor();

    @BeforeEach
    void isSignedIn() {
        browser.signIn(amina.phone(), PASSWORD);
    }

    @Test
    void aCodeUsedTwiceIsWorthNothingAndEndsWhatTheFirstUseBrought() {
        String code = client.code(browser);
        JsonNode tokens = json(client.redeem(code, VERIFIER));

        ForeignClient.assertRefused(client.redeem(code, VERIFIER));

        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(401);
        ForeignClient.assertRefused(client.refresh(tokens.path("refresh_token").asString()));
    }

    @Test
    void ofManyWhoUseACodeAtOnceAtMostOneGetsTokens() {
        String code = client.code(browser);

        List<HttpResponse<String>> answers = Together.run(6, () -> client.redeem(code, VERIFIER));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aCodeIsGoodForTheClientThatItWasMadeForAlone() {
        ForeignClient thief = ForeignClient.registered("orders:read");
        ForeignClient disguised = new ForeignClient(thief.id(), thief.secret(), client.redirectUri(), client.home());

        ForeignClient.assertRefused(disguised.redeem(client.code(browser), VERIFIER));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, none", "none, S256", "verifier, plain", "verifier, none"})
    void noCodeWithoutAProofKeyThatIsHashed(String challenge, String method) {
        client.code(browser);

        String answer =
                target(browser.get(client.request("code_challenge", challenge, "code_challenge_method", method)));

        assertThat(parameter(answer, "error")).isEqualTo("invalid_request");
        assertThat(parameter(answer, "code")).isEmpty();
    }

    @Test
    void noTokensWithoutTheVerifierOfTheProofKey() {
        ForeignClient.assertRefused(client.redeem(client.code(browser), null));
        ForeignClient.assertRefused(
                client.redeem(client.code(browser), "another-verifier-that-is-long-enough-for-RFC-7636"));
        ForeignClient.assertRefused(client.redeem(client.code(browser), ForeignClient.challenge(VERIFIER)));
    }

    @Test
    void eachRefreshTokenIsGoodOnce() {
        JsonNode first = client.tokens(browser);
        JsonNode second = json(client.refresh(first.path("refresh_token").asString()));

        assertThat(ForeignClient.api(second).statusCode()).isEqualTo(200);
        assertThat(ForeignClient.claims(second.path("id_token").asString()).path("auth_time"))
                .isEqualTo(
                        ForeignClient.claims(first.path("id_token").asString()).path("auth_time"));
        assertThat(client.refresh(second.path("refresh_token").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefreshTokenUsedAgainEndsTheWholeGrant() {
        JsonNode first = client.tokens(browser);
        JsonNode second = json(client.refresh(first.path("refresh_token").asString()));

        ForeignClient.assertRefused(client.refresh(first.path("refresh_token").asString()));

        ForeignClient.assertRefused(client.refresh(second.path("refresh_token").asString()));
        assertThat(ForeignClient.api(second).statusCode()).isEqualTo(401);
        assertThat(ForeignClient.userInfo(second).statusCode()).isEqualTo(401);
    }

    @Test
    void ofManyWhoRefreshAtOnceAtMostOneGetsTokens() {
        String token = client.tokens(browser).path("refresh_token").asString();

        List<HttpResponse<String>> answers = Together.run(6, () -> client.refresh(token));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aRefreshTokenIsGoodForItsClientAlone() {
        ForeignClient thief = ForeignClient.registered("orders:read");

        ForeignClient.assertRefused(
                thief.refresh(client.tokens(browser).path("refresh_token").asString()));
    }

    @Test
    void whoIsSuspendedOrRemovedIsNotRefreshed() {
        JsonNode tokens = client.tokens(browser);
        sql().sql("update employee set state = 'suspended' where account_id = ?")
                .param(amina.id().value())
                .update();
        ForeignClient.assertRefused(client.refresh(tokens.path("refresh_token").asString()));

        sql().sql("delete from account where id = ?").param(amina.id().value()).update();
        ForeignClient.assertRefused(client.refresh(tokens.path("refresh_token").asString()));
        assertThat(ForeignClient.api(tokens).statusCode()).isEqualTo(401);
        assertThat(ForeignClient.userInfo(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void noSecretIsKeptInClear() {
        String code = client.code(browser);
        JsonNode tokens = json(client.redeem(code, VERIFIER));
        String row = sql().sql("select row_to_json(oauth_grant)::text from oauth_grant where client_id = ?")
                .param(client.id())
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(code, VERIFIER, ForeignClient.access(tokens));
        assertThat(tokens.path("refresh_token").asString().split("\\."))
                .allSatisfy(part -> assertThat(row).doesNotContain(part));
    }
}
