package io.agizo.branding;

import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import io.agizo.pictures.PictureSamples;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The shop's look as programs read and change it. The name stays, since other journeys read it. */
class LookOverBothDoorsJourneyTests {

    private static final String LOOK = "/api/v1/shop/look";
    private static final String LOGO = LOOK + "/logo";

    /** No picture of another journey is like it: equal ones are kept once, and would be there still. */
    private static final byte[] LOGO_OF_OURS = PictureSamples.png(310, 190);

    private static final String UPDATE = """
            mutation($input: LookChangesInput!, $ifVersion: Int) { updateLook(input: $input, ifVersion: $ifVersion) {
              __typename ... on LookUpdated { look { lineEn lineSw colour version shown { name line { en sw } colours { light dark } styleSheet } } }
              ... on InvalidInput { errors { pointer message } } ... on Refusal { problem message } } }""";

    private final OpenShop owner = OpenShop.as(Permission.SETTINGS_MANAGE);
    private final OpenShop shopper = OpenShop.asAnyone();

    @AfterEach
    void putTheStandardLookBack() {
        assertThat(owner.delete(LOOK).statusCode()).isEqualTo(204);
        assertThat(shopper.get("/").body()).doesNotContain("/look/shop-");
    }

    @Test
    void isReadAndChangedInPartsAndSeenAtOnce() {
        HttpResponse<String> before = owner.get(LOOK);
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(json(before).path("colour").isNull()).isTrue();
        assertThat(owner.with("If-None-Match", tag(before)).get(LOOK).statusCode())
                .isEqualTo(304);

        HttpResponse<String> changed = owner.with("If-Match", tag(before))
                .patch(LOOK, "{\"lineEn\":\" Fresh <b>every</b> morning \",\"colour\":\"#9D4616\"}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("lineEn").asString()).isEqualTo("Fresh <b>every</b> morning");
        assertThat(json(changed).at("/shown/colours/light").asString()).isEqualTo("#9d4616");
        assertThat(json(owner.get(LOOK))).isEqualTo(json(changed));
        assertThat(shopper.get("/").body())
                .contains(
                        "Fresh &lt;b>every&lt;/b> morning",
                        json(changed).at("/shown/styleSheet").asString());
        assertThat(owner.with("If-Match", tag(before))
                        .patch(LOOK, "{\"lineEn\":\"late\"}")
                        .statusCode())
                .isEqualTo(412);

        JsonNode more = json(owner.patch(LOOK, "{\"lineSw\":\"Mpya kila asubuhi\",\"colour\":null}"));
        assertThat(more.path("lineEn").asString()).isEqualTo("Fresh <b>every</b> morning");
        assertThat(more.at("/shown/line/sw").asString()).isEqualTo("Mpya kila asubuhi");
        assertThat(more.at("/shown/styleSheet").isNull()).isTrue();
    }

    @Test
    void isRefusedAsInTheOfficeWithWhatToDo() {
        HttpResponse<String> pale = owner.patch(LOOK, "{\"colour\":\"#ffd400\"}");
        assertThat(pale.statusCode()).isEqualTo(422);
        assertThat(json(pale).at("/errors/0/pointer").asString()).isEqualTo("/colour");
        assertThat(json(pale).at("/errors/0/message").asString()).matches(".*#[0-9a-f]{6}.*");
        assertThat(owner.patch(LOOK, "{\"darkColour\":\"#e89a6c\"}").statusCode())
                .isEqualTo(422);
        assertThat(owner.patch(LOOK, "{\"font\":\"Comic Sans\"}").statusCode()).isEqualTo(422);
        assertThat(owner.patch(LOOK, "{\"name\":\"%s\"}".formatted("x".repeat(41)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(OpenShop.as(Permission.PRODUCTS_WRITE).get(LOOK).statusCode())
                .isEqualTo(403);
        assertThat(shopper.get(LOOK).statusCode()).isEqualTo(401);
    }

    @Test
    void hasALogoThatIsTakenAsPicturesAre() {
        HttpResponse<String> set = owner.sendFile("PUT", LOGO, "image/png", LOGO_OF_OURS);
        assertThat(set.statusCode()).isEqualTo(200);
        String path = json(set).at("/shown/logo/path").asString();
        assertThat(shopper.bytes(path).statusCode()).isEqualTo(200);
        assertThat(shopper.get("/").body()).contains("class=\"logo\" src=\"" + path);
        HttpResponse<String> drawn = owner.sendFile("PUT", LOGO, "image/png", "<svg/>".getBytes());
        assertThat(drawn.statusCode()).isEqualTo(415);
        assertThat(owner.with("If-Match", "\"0-0\"").delete(LOGO).statusCode()).isEqualTo(412);

        assertThat(owner.delete(LOGO).statusCode()).isEqualTo(204);
        assertThat(json(owner.get(LOOK)).at("/shown/logo").isNull()).isTrue();
        assertThat(shopper.bytes(path).statusCode()).isEqualTo(404);
    }

    @Test
    void isTheSameOverGraphQl() {
        int version = owner.ask("{ look { version } }").at("/look/version").asInt();
        Object input = Map.of("lineEn", "Fresh every morning", "colour", "#9d4616");
        JsonNode changed =
                owner.ask(UPDATE, "input", input, "ifVersion", version).path("updateLook");
        assertThat(changed.path("__typename").asString()).isEqualTo("LookUpdated");
        assertThat(changed.at("/look/shown/line/en").asString()).isEqualTo("Fresh every morning");
        assertThat(changed.at("/look/version").asInt()).isEqualTo(version + 1);
        assertThat(typeOf(owner.ask(UPDATE, "input", input, "ifVersion", version)))
                .isEqualTo("StaleVersion");
        JsonNode pale = owner.ask(UPDATE, "input", Map.of("colour", "#ffd400"));
        assertThat(pale.at("/updateLook/errors/0/pointer").asString()).isEqualTo("/colour");
        assertThat(typeOf(OpenShop.as(Permission.PRODUCTS_WRITE).ask(UPDATE, "input", Map.of("lineEn", "Mine"))))
                .isEqualTo("PermissionDenied");

        String set = "mutation($image: String!) { setLogo(image: $image) { __typename "
                + "... on LookUpdated { look { shown { logo { path width height } } } } ... on Refusal { problem } } }";
        String file = Base64.getEncoder().encodeToString(LOGO_OF_OURS);
        assertThat(owner.ask(set, "image", file)
                        .at("/setLogo/look/shown/logo/path")
                        .asString())
                .startsWith("/pictures/");
        assertThat(typeOf(owner.ask(set, "image", "no base64"))).isEqualTo("InvalidInput");
        JsonNode removed =
                owner.ask("mutation { removeLogo { ... on LookUpdated { look { shown { logo { path } } } } } }");
        assertThat(removed.at("/removeLogo/look/shown/logo").isNull()).isTrue();
        JsonNode reset = owner.ask("mutation { resetLook { ... on LookUpdated { look { lineEn colour } } } }");
        assertThat(reset.at("/resetLook/look/lineEn").isNull()).isTrue();
        assertThat(reset.at("/resetLook/look/colour").isNull()).isTrue();
    }

    private static String typeOf(JsonNode data) {
        return data.iterator().next().path("__typename").asString();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
