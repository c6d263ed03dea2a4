package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Admits.AnyOf;
import io.agizo.Admits.Bearers;
import io.agizo.Admits.Everyone;
import io.agizo.Admits.Holders;
import io.agizo.Admits.SignedIn;
import io.agizo.identity.Permission;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.graphql.execution.GraphQlSource;

/** Asks for everything there is as no one, as a stranger, as who may do all but that, and as who may do only that. */
class PermissionsJourneyTests {

    private static final Path TABLE = Path.of("docs/permissions.md");

    private static final String HEAD = """
            # Who may ask for what

            Made from the code; `PermissionsJourneyTests` asks for each of these as no one, as a stranger, as a person with every
            permission but that one, and as a person with only that one. `./mvnw test -Dtest=PermissionsJourneyTests -Dpermissions.write=true` writes it anew.

            | door | call | open to |
            | --- | --- | --- |
            """;

    /** What became of asking. */
    private enum Outcome {
        ASKED_TO_SIGN_IN,
        DENIED,
        LET_IN
    }

    private final List<AccessRule> rules;
    private final Guest nobody = Guest.nobody();
    private final Map<Set<Permission>, Guest> people = new HashMap<>();

    PermissionsJourneyTests() {
        AccessRules described = new AccessRules(TwoReplicas.shop());
        this.rules = Stream.of(
                        described.rest(),
                        described.graphQl(TwoReplicas.bean(GraphQlSource.class).schema()),
                        PageRules.all())
                .flatMap(some -> some)
                .sorted()
                .toList();
    }

    @Test
    void areAllInTheTable() throws IOException {
        String table = rules.stream().map(rule -> rule.row() + "\n").collect(Collectors.joining("", HEAD, ""));
        if (Boolean.getBoolean("permissions.write")) {
            Files.writeString(TABLE, table);
        }

        assertThat(Files.readString(TABLE)).isEqualTo(table);
        assertThat(PageRules.mappedBeside(rules)).isEmpty();
    }

    /** Each of the two is asked below whether it keeps to what it says. */
    @Test
    void areTheSameOverBothDoors() {
        Map<String, Admits> graphQl = openTo("GraphQL");
        Map<String, Admits> rest = openTo("REST");
        rest.keySet().removeAll(PairedDoors.restAlone());

        assertThat(graphQl).containsOnlyKeys(PairedDoors.pairs().keySet());
        assertThat(rest).containsOnlyKeys(PairedDoors.pairs().values());
        assertThat(PairedDoors.pairs())
                .allSatisfy((query, call) -> assertThat(graphQl.get(query))
                        .as("%s and %s", query, call)
                        .isEqualTo(rest.get(call)));
    }

    private Map<String, Admits> openTo(String door) {
        return rules.stream()
                .filter(rule -> rule.door().equals(door))
                .collect(Collectors.toMap(AccessRule::call, AccessRule::admits));
    }

    @TestFactory
    Stream<DynamicTest> letInWhoeverHoldsThem() {
        return rules.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
                    switch (rule.admits()) {
                        case Everyone open -> assertOutcomes(rule, Outcome.LET_IN, Outcome.LET_IN);
                        case SignedIn known -> assertKnown(rule);
                        case Bearers other -> {
                            assertThat(isRefused(rule.ask().apply(nobody)))
                                    .as("no one")
                                    .isTrue();
                            assertThat(isRefused(rule.ask().apply(holding(Set.of()))))
                                    .as("a stranger")
                                    .isTrue();
                        }
                        case AnyOf some -> {
                            assertOutcomes(rule, Outcome.ASKED_TO_SIGN_IN, Outcome.DENIED);
                            assertThat(ask(rule, holding(EnumSet.complementOf(EnumSet.copyOf(some.of())))))
                                    .as("all but these")
                                    .isEqualTo(Outcome.DENIED);
                            for (Permission one : some.of()) {
                                assertThat(ask(rule, holding(Set.of(one))))
                                        .as("only %s", one)
                                        .isEqualTo(Outcome.LET_IN);
                            }
                        }
                        case Holders holders -> {
                            assertOutcomes(rule, Outcome.ASKED_TO_SIGN_IN, Outcome.DENIED);
                            Guest lacking = holding(EnumSet.complementOf(EnumSet.of(holders.of())));
                            keepAnAnswer(rule, lacking);
                            assertThat(ask(rule, lacking)).as("all but that").isEqualTo(Outcome.DENIED);
                            assertThat(ask(rule, holding(withOnly(rule, holders.of()))))
                                    .as("only that")
                                    .isEqualTo(Outcome.LET_IN);
                        }
                    }
                }));
    }

    /** Under the rule's key, of when the guest was let in: a door that looks there before it asks who they are gives itself away. */
    private static void keepAnAnswer(AccessRule rule, Guest guest) {
        HttpResponse<String> opened = TwoReplicas.shop()
                .send(guest.sign(HttpRequest.newBuilder(TwoReplicas.shop().uri("/api/v1/carts"))
                        .header("Idempotency-Key", rule.key())
                        .POST(BodyPublishers.noBody())));
        assertThat(opened.statusCode()).isEqualTo(201);
    }

    /** Signing out everywhere leads to a sign-in as well, but not as for someone who has to. */
    private void assertKnown(AccessRule rule) {
        HttpResponse<String> toNobody = rule.ask().apply(nobody);
        HttpResponse<String> toStranger = rule.ask().apply(holding(Set.of()));
        assertThat(isAskedToSignIn(toNobody)).as("no one").isTrue();
        assertThat(toStranger.statusCode()).as("a stranger").isLessThan(500).isNotIn(401, 403);
        assertThat(Visitor.isSentToLogin(toStranger)
                        && Visitor.location(toStranger).equals(Visitor.location(toNobody)))
                .as("a stranger")
                .isFalse();
    }

    private void assertOutcomes(AccessRule rule, Outcome ofNoOne, Outcome ofStranger) {
        assertThat(ask(rule, nobody)).as("no one").isEqualTo(ofNoOne);
        assertThat(ask(rule, holding(Set.of()))).as("a stranger").isEqualTo(ofStranger);
    }

    private static Set<Permission> withOnly(AccessRule rule, Permission needs) {
        Set<Permission> held = EnumSet.of(needs);
        held.addAll(rule.gives());
        return held;
    }

    private Guest holding(Set<Permission> permissions) {
        return people.computeIfAbsent(Set.copyOf(permissions), Guest::holding);
    }

    private static Outcome ask(AccessRule rule, Guest guest) {
        HttpResponse<String> answer = rule.ask().apply(guest);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        if (isAskedToSignIn(answer)) {
            return Outcome.ASKED_TO_SIGN_IN;
        }
        Permission needs = switch (rule.admits()) {
            case Holders(Permission of) -> of;
            case AnyOf(List<Permission> of) -> of.getFirst();
            default -> null;
        };
        if (needs != null && answer.body().contains("This needs the permission " + needs.scope() + ".")) {
            return Outcome.DENIED;
        }
        assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(403);
        if (rule.door().equals("GraphQL")) {
            assertThat(answer.body()).doesNotContain("permission-denied", "FORBIDDEN");
        }
        return Outcome.LET_IN;
    }

    /** Spring Security's filter for new passkeys turns who is not signed in away without a word. */
    private static boolean isAskedToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 401
                || answer.body().contains("UNAUTHORIZED")
                || Visitor.isSentToLogin(answer)
                || answer.statusCode() == 400 && answer.body().isEmpty();
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        return Visitor.isSentToLogin(answer) || answer.statusCode() >= 400 && answer.statusCode() < 500;
    }
}
