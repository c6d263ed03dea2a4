package io.agizo;

import static java.util.stream.Collectors.joining;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.agizo.Admits.AnyOf;
import io.agizo.Admits.Everyone;
import io.agizo.Admits.Holders;
import io.agizo.Admits.SignedIn;
import io.agizo.identity.Permission;
import io.agizo.identity.ShopScope;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the shop's own descriptions what can be asked for over each door, with a request that asks for it. */
final class AccessRules {

    private static final Pattern NEEDS = Pattern.compile("Needs (?:[a-z]+:[a-z]+(?:, | or )?)+");
    private static final Pattern SCOPE = Pattern.compile("[a-z]+:[a-z]+");
    private static final JsonMapper JSON = new JsonMapper();

    /** What paths name; whether it is there makes no difference to whether one may ask. */
    private static final Map<String, String> NAMED =
            Map.of("sku", "TEA-500", "number", "A7K2-9QX", "code", "C-001", "name", "baker");

    private static final String SOME_ID = "0193a1b2-0000-7000-8000-000000000001";

    /** One operation takes them all, and its description says so in a sentence. */
    private static final Map<String, Permission> UPLOADS = Map.of(
            "/api/v1/imports/customers", Permission.CUSTOMERS_WRITE,
            "/api/v1/imports/products", Permission.PRODUCTS_WRITE,
            "/api/v1/imports/orders", Permission.ORDERS_PLACE);

    private final RunningShop shop;

    AccessRules(RunningShop shop) {
        this.shop = shop;
    }

    Stream<AccessRule> rest() {
        JsonNode paths =
                RunningShop.json(shop.get("/api/v1/openapi.json", null)).path("paths");
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> rest(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())));
    }

    Stream<AccessRule> graphQl(GraphQLSchema schema) {
        return Stream.of(schema.getQueryType(), Objects.requireNonNull(schema.getMutationType()))
                .flatMap(root -> root.getFieldDefinitions().stream()
                        .map(field -> graphQl(root.getName().toLowerCase(Locale.ROOT), field)));
    }

    private AccessRule rest(String method, String path, JsonNode operation) {
        List<Permission> needs = operation
                .path("security")
                .valueStream()
                .flatMap(scheme -> scheme.path("oauth2").valueStream())
                .map(JsonNode::asString)
                .filter(scope -> !scope.equals(ShopScope.NAME))
                .map(scope -> Permission.ofScope(scope).orElseThrow())
                .distinct()
                .toList();
        boolean open = operation.path("security").valueStream().anyMatch(JsonNode::isEmpty);
        Admits admits = UPLOADS.containsKey(path)
                ? new Holders(UPLOADS.get(path))
                : !needs.isEmpty() ? holders(needs) : open ? new Everyone() : new SignedIn();
        return new AccessRule(
                "REST",
                method + " " + path,
                admits,
                given(operation),
                guest -> shop.send(guest.sign(request(method, path, operation))));
    }

    private static Admits holders(List<Permission> needs) {
        return needs.size() == 1 ? new Holders(needs.getFirst()) : new AnyOf(needs);
    }

    /** Nobody gives what they do not hold, so who asks for this has to hold these as well. */
    private static Set<Permission> given(JsonNode operation) {
        return SCOPE.matcher(operation.path("requestBody").toString())
                .results()
                .flatMap(scope -> Permission.ofScope(scope.group()).stream())
                .collect(Collectors.toSet());
    }

    private HttpRequest.Builder request(String method, String path, JsonNode operation) {
        String named = Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .replaceAll(name -> NAMED.getOrDefault(name.group(1), SOME_ID));
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.uri(named))
                .header("Idempotency-Key", AccessRule.key("REST", method + " " + path));
        Map.Entry<String, JsonNode> content = operation.at("/requestBody/content").properties().stream()
                .findFirst()
                .orElse(null);
        if (content == null) {
            return request.method(method, BodyPublishers.noBody());
        }
        JsonNode example = content.getValue().path("example");
        return request.header("Content-Type", content.getKey())
                .method(method, BodyPublishers.ofString(example.isString() ? example.asString() : example.toString()));
    }

    private AccessRule graphQl(String kind, GraphQLFieldDefinition field) {
        Matcher needs = NEEDS.matcher(Objects.requireNonNullElse(field.getDescription(), ""));
        Admits admits = needs.find()
                ? holders(SCOPE.matcher(needs.group())
                        .results()
                        .map(scope -> Permission.ofScope(scope.group()).orElseThrow())
                        .toList())
                : new Everyone();
        String call = kind + " " + field.getName();
        String operation = "%s { %s%s%s }"
                .formatted(
                        kind,
                        field.getName(),
                        arguments(field, AccessRule.key("GraphQL", call)),
                        selection(field.getType()));
        return new AccessRule("GraphQL", call, admits, Set.of(), guest -> shop.send(guest.sign(operation(operation))));
    }

    private HttpRequest.Builder operation(String operation) {
        return HttpRequest.newBuilder(shop.uri("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", operation))));
    }

    private static String arguments(GraphQLFieldDefinition field, String key) {
        String given = field.getArguments().stream()
                .filter(argument -> isKey(argument) || GraphQLTypeUtil.isNonNull(argument.getType()))
                .map(argument -> argument.getName() + ": "
                        + (isKey(argument) ? '"' + key + '"' : literal(argument.getType(), argument.getName())))
                .collect(joining(", "));
        return given.isEmpty() ? "" : "(" + given + ")";
    }

    private static boolean isKey(GraphQLArgument argument) {
        return argument.getName().equals("idempotencyKey");
    }

    private static String literal(GraphQLType type, String name) {
        return switch (type) {
            case GraphQLNonNull always -> literal(always.getWrappedType(), name);
            case GraphQLList list -> "[" + literal(list.getWrappedType(), name) + "]";
            case GraphQLEnumType words -> words.getValues().getFirst().getName();
            case GraphQLInputObjectType input ->
                input.getFieldDefinitions().stream()
                        .filter(field ->
                                GraphQLTypeUtil.isNonNull(field.getType()) || NAMED.containsKey(field.getName()))
                        .map(field -> field.getName() + ": " + literal(field.getType(), field.getName()))
                        .collect(joining(", ", "{", "}"));
            case GraphQLScalarType scalar -> scalar(scalar.getName(), name);
            default -> throw new IllegalArgumentException("No value for " + type);
        };
    }

    private static String scalar(String type, String name) {
        return switch (type) {
            case "Int" -> "1";
            case "Boolean" -> "true";
            case "Money" -> "\"1.00\"";
            case "Time" -> "\"2026-11-22T09:00:00Z\"";
            case "ID" -> '"' + SOME_ID + '"';
            default -> '"' + NAMED.getOrDefault(name, SOME_ID) + '"';
        };
    }

    private static String selection(@Nullable GraphQLType type) {
        return switch (GraphQLTypeUtil.unwrapAll(type)) {
            case GraphQLUnionType result -> " { __typename ... on Refusal { message problem } }";
            case GraphQLObjectType whole -> " { __typename }";
            default -> "";
        };
    }
}
