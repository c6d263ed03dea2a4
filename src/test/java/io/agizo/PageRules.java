package io.agizo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.agizo.Admits.Bearers;
import io.agizo.Admits.Everyone;
import io.agizo.Admits.Holders;
import io.agizo.Admits.SignedIn;
import io.agizo.identity.Permission;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Says whom each page is for, and each address of the issuer and of operations; no description of the shop's own tells. */
final class PageRules {

    private static final String SOME_ID = "0193a1b2-0000-7000-8000-000000000001";
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([^}]+)}");

    /** An honest request of the pages themselves; what is missing in one is told before anybody is asked who they are. */
    private static final String AUTHORIZE = "/oauth2/authorize?response_type=code&client_id=agizo&scope=openid"
            + "&redirect_uri=http://localhost:8080/login/oauth2/code/agizo&state=some&code_challenge_method=S256"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final Function<String, Admits> EVERYONE = call -> new Everyone();
    static final Function<String, Admits> SIGNED_IN = call -> new SignedIn();

    private static final Map<String, Admits> PAGES = union(List.of(
            all(
                    EVERYONE,
                    "GET /",
                    "GET /cart",
                    "GET /cart/lines",
                    "GET /cart/lines/{sku}",
                    "GET /checkout",
                    "GET /error",
                    "GET /events",
                    "GET /login",
                    "GET /login/code",
                    "GET /login/second-factor",
                    "GET /look/{name}",
                    "GET /mails",
                    "GET /phone",
                    "GET /phone/screens",
                    "GET /pictures/{name}",
                    "GET /problems",
                    "GET /problems/{slug}",
                    "GET /products/{sku}",
                    "GET /products/{sku}/tell",
                    "GET /recover",
                    "GET /recover/mailed",
                    "GET /recover/new",
                    "GET /robots.txt",
                    "GET /signup",
                    "GET /manifest.webmanifest",
                    "GET /offline",
                    "GET /service-worker.js",
                    "GET /sitemap.xml",
                    "GET /sitemap/goods.xml",
                    "GET /suggestions",
                    "POST /cart/lines",
                    "POST /cart/lines/{sku}",
                    "POST /cart/lines/{sku}/remove",
                    "POST /checkout",
                    "POST /checkout/phone",
                    "POST /login/code/again",
                    "POST /login/code/failed",
                    "POST /login/failed",
                    "POST /login/second-factor/failed",
                    "POST /login/sms",
                    "POST /products/{sku}/tell",
                    "POST /recover",
                    "POST /recover/new",
                    "POST /signup"),
            all(
                    SIGNED_IN,
                    "GET /account",
                    "GET /account/authenticator",
                    "GET /account/data",
                    "GET /account/delete",
                    "GET /account/details",
                    "GET /account/invitation",
                    "GET /account/orders",
                    "GET /account/password",
                    "GET /login/again",
                    "POST /account/authenticator",
                    "POST /account/authenticator/remove",
                    "POST /account/delete",
                    "POST /account/details",
                    "POST /account/issuer",
                    "POST /account/issuer/unlink",
                    "POST /account/passkeys/{id}/remove",
                    "POST /account/passkeys/{id}/rename",
                    "POST /account/password",
                    "POST /account/programs/{id}/end",
                    "POST /account/sessions/end-all",
                    "POST /account/sessions/end-others",
                    "POST /account/sessions/{id}/end"),
            all(bearers("an invitation"), "GET /invitation", "POST /invitation"),
            all(bearers("the mailed link"), "GET /account/email", "POST /account/email"),
            all(
                    bearers("the link of the order"),
                    "GET /orders/{secret}",
                    "GET /orders/{secret}/again",
                    "GET /orders/{secret}/cancel",
                    "GET /orders/{secret}/erase",
                    "GET /orders/{secret}/erase/code",
                    "GET /orders/{secret}/events",
                    "POST /orders/{secret}/again",
                    "POST /orders/{secret}/cancel",
                    "POST /orders/{secret}/erase",
                    "POST /orders/{secret}/erase/code"),
            all(bearers("the link of a new shop"), "GET /set-up", "POST /set-up"),
            all(bearers("what a program has asked of them"), "GET /oauth2/consent"),
            OfficeRules.PAGES));

    /** What Spring Security's filters answer; no controller is mapped to it. */
    private static final Map<String, Admits> ISSUER = union(List.of(
            all(
                    EVERYONE,
                    "GET /.well-known/oauth-authorization-server",
                    "GET /.well-known/openid-configuration",
                    "GET /connect/logout",
                    "GET /oauth2/authorization/agizo",
                    "GET /oauth2/jwks",
                    "POST /connect/logout",
                    "POST /login",
                    "POST /login/code",
                    "POST /login/second-factor",
                    "POST /logout",
                    "POST /webauthn/authenticate/options"),
            all(SIGNED_IN, "GET /oauth2/authorize", "POST /webauthn/register/options"),
            all(bearers("the issuer's answer to a sign-in begun here"), "GET /login/oauth2/code/agizo"),
            all(bearers("a passkey"), "POST /login/webauthn"),
            all(bearers("a passkey of their own"), "POST /webauthn/register"),
            all(bearers("what a program has asked of them"), "POST /oauth2/authorize"),
            all(bearers("the secret of an API client"), "POST /oauth2/revoke", "POST /oauth2/token"),
            all(bearers("a person's token for an API client"), "GET /userinfo", "POST /userinfo")));

    private static final Map<String, Admits> PROGRAMS = union(List.of(
            all(EVERYONE, "GET /api/v1/docs", "GET /api/v1/openapi.json", "POST /graphql"),
            all(SIGNED_IN, "GET /api/v1/openapi.json.yaml"),
            all(
                    bearers("the token of the SMS gateway"),
                    "POST /callbacks/africastalking/delivery",
                    "POST /callbacks/africastalking/inbound")));

    private static final Map<String, Admits> OPERATIONS = union(List.of(
            all(
                    EVERYONE,
                    "GET /actuator/health",
                    "GET /actuator/health/liveness",
                    "GET /actuator/health/readiness",
                    "GET /livez",
                    "GET /readyz"),
            all(holders(Permission.REPORTS_READ), "GET /actuator/prometheus")));

    private PageRules() {}

    static Stream<AccessRule> all() {
        return Stream.of(
                        rules("Page", PAGES, PageRules::browse),
                        rules("Issuer", ISSUER, PageRules::browse),
                        rules("REST", PROGRAMS, PageRules::call),
                        rules("Operations", OPERATIONS, PageRules::call))
                .flatMap(identity());
    }

    /** What controllers answer, save what these rules are about, as {@code GET /path}. */
    static Set<String> mappedBeside(Collection<AccessRule> rules) {
        Set<String> mapped = new TreeSet<>();
        TwoReplicas.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> calls(mapping).forEach(mapped::add));
        rules.forEach(rule -> mapped.remove(rule.call()));
        return mapped;
    }

    /** Who forgets to say by which method something is asked for answers to all of them. */
    private static Stream<String> calls(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(PageRules::spelledOut)
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> method + " " + path));
    }

    /** The paths that one of {@code /imports/{kind:customers|orders}} stands for. */
    private static Stream<String> spelledOut(String path) {
        Matcher choice = CHOICE.matcher(path);
        return choice.find() ? Stream.of(choice.group(1).split("\\|")).map(choice::replaceFirst) : Stream.of(path);
    }

    private static Stream<AccessRule> rules(String door, Map<String, Admits> calls, Asking asking) {
        return calls.entrySet().stream()
                .map(call -> new AccessRule(door, call.getKey(), call.getValue(), Set.of(), guest -> {
                    String[] parts = call.getKey().split(" ", 2);
                    return asking.ask(guest, parts[0], parts[1].replaceAll("\\{\\w+}", SOME_ID));
                }));
    }

    @FunctionalInterface
    private interface Asking {

        HttpResponse<String> ask(Guest guest, String method, String path);
    }

    private static HttpResponse<String> browse(Guest guest, String method, String path) {
        Visitor browser = guest.browser();
        return switch (method) {
            case "POST" -> browser.post(path, "version", "1", "name", "Juma");
            case "DELETE" -> browser.delete(path);
            default -> browser.get(path.equals("/oauth2/authorize") ? AUTHORIZE : path);
        };
    }

    private static HttpResponse<String> call(Guest guest, String method, String path) {
        RunningShop shop = TwoReplicas.shop();
        return shop.send(
                guest.sign(HttpRequest.newBuilder(shop.uri(path)).method(method, HttpRequest.BodyPublishers.noBody())));
    }

    static Function<String, Admits> holders(Permission permission) {
        return call -> new Holders(permission);
    }

    static Function<String, Admits> bearers(String proof) {
        return call -> new Bearers(proof);
    }

    static Map<String, Admits> all(Function<String, Admits> whom, String... calls) {
        return Stream.of(calls).collect(toUnmodifiableMap(identity(), whom));
    }

    static Map<String, Admits> union(List<Map<String, Admits>> parts) {
        return parts.stream()
                .flatMap(part -> part.entrySet().stream())
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
