package io.agizo.signin.oidc;

import static io.agizo.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.RunningShop;
import io.agizo.shared.Ids;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import io.agizo.signin.Visitor;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application of somebody else, in which people sign in with their account of the shop. */
record ForeignClient(String id, String secret, String redirectUri, String home) {

    static final String VERIFIER = "a-verifier-that-is-long-enough-for-RFC-7636-43-characters";
    static final String SCOPES = "openid profile phone orders:read";

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\">");

    static ForeignClient registered(String... scopes) {
        String id = "app-" + UUID.randomUUID();
        ForeignClient client = new ForeignClient(
                id, "secret of " + id, "https://" + id + ".example.test/callback", "https://" + id + ".example.test/");
        TwoReplicas.sql()
                .sql("""
                        insert into api_client (id, name, secret_hash, scopes, redirect_uris, post_logout_redirect_uris,
                               profile_scopes, created_at)
                        values (?, 'Delivery app', encode(sha256(?::bytea), 'hex'), ?, array[?], array[?], '{profile,phone,email,shop:order}', now())
                        """)
                .param(id)
                .param(client.secret)
                .param(scopes)
                .param(client.redirectUri)
                .param(client.home)
                .update();
        return client;
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** What an honest request to sign in says, with these parameters changed; null leaves one out. */
    String request(String... changes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", id);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("scope", SCOPES);
        parameters.put("state", "state of the client");
        parameters.put("nonce", "nonce of the client");
        parameters.put("code_challenge", challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        for (int i = 0; i < changes.length; i += 2) {
            parameters.put(changes[i], changes[i + 1]);
        }
        return "/oauth2/authorize?"
                + parameters.entrySet().stream()
                        .filter(parameter -> parameter.getValue() != null)
                        .map(parameter -> parameter.getKey() + '=' + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Goes all the way to the code, and agrees to whatever is asked. */
    String code(Visitor person, String... changes) {
        HttpResponse<String> answer = person.get(request(changes));
        if (answer.statusCode() == 302) {
            answer = agree(person, Visitor.location(answer).orElseThrow());
        }
        return parameter(target(answer), "code");
    }

    HttpResponse<String> agree(Visitor person, String consentPage) {
        return agree(person, consentPage, "profile", "phone", "orders:read");
    }

    HttpResponse<String> agree(Visitor person, String consentPage, String... scopes) {
        List<String> fields = new ArrayList<>(List.of("client_id", id, "state", parameter(consentPage, "state")));
        for (String scope : scopes) {
            fields.addAll(List.of("scope", scope));
        }
        return person.post("/oauth2/authorize", fields.toArray(String[]::new));
    }

    /** Where the page that leaves the shop leads. */
    static String target(HttpResponse<String> page) {
        Matcher link = LINK.matcher(page.body());
        if (!link.find()) {
            throw new AssertionError(page.statusCode() + " " + page.headers().map() + page.body());
        }
        return HtmlUtils.htmlUnescape(link.group(1));
    }

    static String parameter(String url, String name) {
        String value =
                UriComponentsBuilder.fromUriString(url).build().getQueryParams().getFirst(name);
        return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    HttpResponse<String> redeem(String code, String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        if (verifier != null) {
            form.put("code_verifier", verifier);
        }
        return TwoReplicas.shop().requestToken(id, secret, form);
    }

    JsonNode tokens(Visitor person) {
        HttpResponse<String> answer = redeem(code(person), VERIFIER);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return json(answer);
    }

    HttpResponse<String> refresh(String refreshToken) {
        return TwoReplicas.shop()
                .requestToken(id, secret, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    static HttpResponse<String> api(JsonNode tokens) {
        return TwoReplicas.shop().get("/api/v1/orders/summary", access(tokens));
    }

    static HttpResponse<String> userInfo(JsonNode tokens) {
        RunningShop shop = TwoReplicas.shop();
        return shop.get("/userinfo", access(tokens));
    }

    static String access(JsonNode tokens) {
        return tokens.path("access_token").asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Someone who works here and may read orders, but not customers. */
    static Member employee() {
        Member member = TwoReplicas.member();
        TwoReplicas.sql().sql("""
                        insert into employee (id, account_id, permissions, state, version, created_at)
                        values (?, ?, '{orders:read,products:write}', 'active', 1, now())
                        """).params(Ids.next(), member.id().value()).update();
        return member;
    }

    static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo("invalid_grant");
    }

    static JsonNode claims(String token) {
        String claims = token.split("\\.")[1];
        return new JsonMapper().readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    }
}
