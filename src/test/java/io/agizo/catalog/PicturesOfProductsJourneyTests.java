package io.agizo.catalog;

import static io.agizo.OpenShop.fresh;
import static io.agizo.OpenShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.OpenShop;
import io.agizo.identity.Permission;
import io.agizo.pictures.PictureSamples;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PicturesOfProductsJourneyTests {

    private static final String PNG = "image/png";

    private final OpenShop office = OpenShop.as(Permission.PRODUCTS_WRITE);
    private final OpenShop shopper = OpenShop.asAnyone();
    private final String sku = fresh("TEA");
    private final String product = "/api/v1/products/" + sku;
    private final String images = product + "/images";

    @BeforeEach
    void fillTheShelf() {
        office.post("/api/v1/products", "{\"sku\":\"%s\",\"name\":\"Tea\",\"price\":\"1\"}".formatted(sku));
    }

    @Test
    void areSetAndFetchedByAnyoneForAYear() {
        HttpResponse<String> set =
                office.sendFile("PUT", product + "/image?description=A%20packet", PNG, PictureSamples.png(500, 400));
        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(json(set).at("/images/0/description").asString()).isEqualTo("A packet");
        assertThat(json(set).at("/images/0/width").asInt()).isEqualTo(500);
        assertThat(json(shopper.get(product)).path("images"))
                .isEqualTo(json(set).path("images"));
        assertThat(json(shopper.get("/api/v1/products?q=" + sku)).at("/items/0/images"))
                .isEqualTo(json(set).path("images"));

        JsonNode card = json(set).at("/images/0/sizes/1");
        assertThat(card.path("width").asInt()).isEqualTo(400);
        HttpResponse<byte[]> file = shopper.bytes(card.path("url").asString());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Content-Type")).isEqualTo("image/webp");
        assertThat(header(file, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<byte[]> again = shopper.with("If-None-Match", header(file, "ETag"))
                .bytes(card.path("url").asString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(shopper.get("/pictures/" + "0".repeat(32) + "-400.webp").statusCode())
                .isEqualTo(404);
        assertThat(shopper.get("/pictures/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void areAddedDescribedMovedAndRemoved() {
        HttpResponse<String> first = office.with("Idempotency-Key", fresh("key"))
                .sendFile("POST", images, PNG, PictureSamples.png(300, 200));
        assertThat(first.statusCode()).isEqualTo(201);
        String location = first.headers().firstValue("Location").orElseThrow();
        assertThat(json(shopper.get(location))).isEqualTo(json(first));

        HttpResponse<String> second = office.sendFile(
                "POST",
                images + "?position=1&description=Front",
                "multipart/form-data; boundary=xx",
                form(PictureSamples.jpeg(301, 200)));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(json(shopper.get(images)).at("/items/0")).isEqualTo(json(second));

        HttpResponse<String> moved = office.patch(location, "{\"description\":\"Back\",\"position\":1}");
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(json(shopper.get(images)).at("/items/0")).isEqualTo(json(moved));
        assertThat(office.patch(location, "{\"position\":0}").statusCode()).isEqualTo(422);
        assertThat(office.with("If-Match", first.headers().firstValue("ETag").orElseThrow())
                        .patch(location, "{\"position\":1}")
                        .statusCode())
                .isEqualTo(412);

        assertThat(office.delete(location).statusCode()).isEqualTo(204);
        assertThat(shopper.get(location).statusCode()).isEqualTo(404);
        assertThat(json(shopper.get(images)).path("items")).hasSize(1);
        assertThat(shopper.bytes(json(first).at("/sizes/0/url").asString()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void areAddedOnceUnderAKey() {
        OpenShop keyed = office.with("Idempotency-Key", fresh("key"));
        String added = keyed.sendFile("POST", images, PNG, PictureSamples.png(300, 200))
                .body();

        HttpResponse<String> again = keyed.sendFile("POST", images, PNG, PictureSamples.png(300, 200));
        assertThat(again.body()).isEqualTo(added);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(keyed.sendFile("POST", images, PNG, PictureSamples.png(301, 200))
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "text,      415, /problems/unsupported-media-type, neither JPEG nor PNG nor WebP",
        "svg,       415, /problems/unsupported-media-type, Export it as PNG",
        "bomb,      422, /problems/invalid-input,          40 megapixels",
        "strip,     422, /problems/invalid-input,          three times as long",
        "cut,       422, /problems/invalid-input,          ends too early",
        "too large, 413, /problems/too-large,              at most 10 MB"
    })
    void areRefusedWithWhatToDo(String sent, int status, String problem, String remedy) {
        byte[] file = switch (sent) {
            case "svg" -> "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(StandardCharsets.UTF_8);
            case "bomb" -> PictureSamples.bomb(30_000, 30_000);
            case "strip" -> PictureSamples.bomb(1, 40_000);
            case "cut" -> Arrays.copyOf(PictureSamples.png(300, 200), 100);
            case "too large" -> new byte[10_000_001];
            default -> "hello".getBytes(StandardCharsets.UTF_8);
        };

        HttpResponse<String> refused = office.sendFile("PUT", product + "/image", PNG, file);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(json(refused).path("type").asString()).isEqualTo(problem);
        assertThat(refused.body()).contains(remedy);
        assertThat(office.sendFile("POST", images, PNG, file).statusCode()).isEqualTo(status);
        assertThat(json(shopper.get(product)).path("images")).isEmpty();
    }

    @Test
    void areKnownByTheirContentWhateverTheyAreCalled() {
        assertThat(office.sendFile("PUT", product + "/image", "image/jpeg", PictureSamples.png(300, 200))
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.sendFile("PUT", product + "/image", "application/octet-stream", PictureSamples.jpeg(300, 200))
                        .statusCode())
                .isEqualTo(200);
        assertThat(office.sendFile(
                                "POST",
                                images,
                                "multipart/form-data; boundary=xx",
                                "--xx--".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void areForThoseOnlyWhoMayChangeProducts() {
        OpenShop packer = OpenShop.as(Permission.STOCK_WRITE);
        byte[] file = PictureSamples.png(300, 200);

        assertThat(shopper.sendFile("PUT", product + "/image", PNG, file).statusCode())
                .isEqualTo(401);
        assertThat(packer.sendFile("PUT", product + "/image", PNG, file).statusCode())
                .isEqualTo(403);
        assertThat(packer.sendFile("POST", images, PNG, file).statusCode()).isEqualTo(403);
        assertThat(packer.delete(images + "/x").statusCode()).isEqualTo(403);
        assertThat(packer.patch(images + "/x", "{}").statusCode()).isEqualTo(403);
        assertThat(office.sendFile("PUT", "/api/v1/products/NOTHING/image", PNG, file)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void areChangedOverGraphQlAlike() {
        String file = Base64.getEncoder().encodeToString(PictureSamples.png(300, 200));
        String image = "{ id description width height sizes { width height url } }";

        JsonNode added = office.ask(
                "mutation ($sku: String!, $image: String!) { addProductImage(sku: $sku, image: $image, description: \"Front\","
                        + " idempotencyKey: \"" + fresh("key") + "\") { ... on ProductImageAdded { image " + image
                        + " } } }",
                "sku",
                sku,
                "image",
                file);
        JsonNode first = added.at("/addProductImage/image");
        assertThat(first).isEqualTo(json(shopper.get(images)).at("/items/0"));
        assertThat(shopper.ask("query ($sku: String!) { product(sku: $sku) { images " + image + " } }", "sku", sku)
                        .at("/product/images/0"))
                .isEqualTo(first);

        String id = first.path("id").asString();
        assertThat(office.ask(
                                "mutation ($sku: String!, $id: String!) { updateProductImage(sku: $sku, id: $id, input: "
                                        + "{ description: \"Side\" }) { ... on ProductImageUpdated { image { description } } } }",
                                "sku",
                                sku,
                                "id",
                                id)
                        .at("/updateProductImage/image/description")
                        .asString())
                .isEqualTo("Side");
        String set =
                "mutation ($sku: String!, $image: String!) { setProductImage(sku: $sku, image: $image) { __typename "
                        + "... on ProductImageSet { product { images { id } } } ... on InvalidInput { errors { pointer message } } } }";
        assertThat(office.ask(set, "sku", sku, "image", "no base64")
                        .at("/setProductImage/errors/0/pointer")
                        .asString())
                .isEqualTo("/image");
        assertThat(office.ask(
                                set,
                                "sku",
                                sku,
                                "image",
                                Base64.getEncoder().encodeToString("text".getBytes(StandardCharsets.UTF_8)))
                        .at("/setProductImage/errors/0/message")
                        .asString())
                .contains("neither JPEG nor PNG nor WebP");
        assertThat(office.ask(set, "sku", sku, "image", file).at("/setProductImage/product/images"))
                .hasSize(1);
        assertThat(office.ask(
                                "mutation ($sku: String!, $id: String!) { removeProductImage(sku: $sku, id: $id) { "
                                        + "... on ProductImageRemoved { id } } }",
                                "sku",
                                sku,
                                "id",
                                id)
                        .at("/removeProductImage/id")
                        .asString())
                .isEqualTo(id);
        assertThat(json(shopper.get(images)).path("items")).isEmpty();
    }

    private static byte[] form(byte[] file) {
        byte[] head = ("--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tea.png\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--xx--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] form = new byte[head.length + file.length + end.length];
        System.arraycopy(head, 0, form, 0, head.length);
        System.arraycopy(file, 0, form, head.length, file.length);
        System.arraycopy(end, 0, form, head.length + file.length, end.length);
        return form;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
