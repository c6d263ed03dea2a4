package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.identity.Permission;
import io.agizo.identity.PersonalTokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Asks for everything there is as no one, as a stranger, as who may do all but that, and as who may do only that. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"agizo.demo.active=true", "agizo.public-url=" + RunningShop.PUBLIC_URL})
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

    private final RunningShop shop;
    private final List<AccessRule> rules;
    private final ApplicationContext beans;
    private final JdbcClient jdbc;

    PermissionsJourneyTests(
            @LocalServerPort int port,
            @Autowired GraphQlSource graphQl,
            @Autowired ApplicationContext beans,
            @Autowired JdbcClient jdbc) {
        this.shop = new RunningShop(port);
        AccessRules described = new AccessRules(shop);
        this.rules = Stream.concat(described.rest(), described.graphQl(graphQl.schema()))
                .sorted()
                .toList();
        this.beans = beans;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        RunningShop.onFreshDatabase(properties);
    }

    @Test
    void areAllInTheTable() throws IOException {
        String table = rules.stream().map(rule -> rule.row() + "\n").collect(Collectors.joining("", HEAD, ""));
        if (Boolean.getBoolean("permissions.write")) {
            Files.writeString(TABLE, table);
        }

        assertThat(Files.readString(TABLE)).isEqualTo(table);
    }

    @TestFactory
    Stream<DynamicTest> letInWhoeverHoldsThem() {
        String stranger = token(Set.of());
        return rules.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
                    Permission needs = rule.needs();
                    boolean open = rule.open();
                    assertThat(ask(rule, null))
                            .as("no one")
                            .isEqualTo(open ? Outcome.LET_IN : Outcome.ASKED_TO_SIGN_IN);
                    assertThat(ask(rule, stranger))
                            .as("a stranger")
                            .isEqualTo(needs == null ? Outcome.LET_IN : Outcome.DENIED);
                    if (needs != null) {
                        EnumSet<Permission> allBut = EnumSet.complementOf(EnumSet.of(needs));
                        assertThat(ask(rule, token(allBut))).as("all but that").isEqualTo(Outcome.DENIED);
                        assertThat(ask(rule, token(withOnly(rule, needs))))
                                .as("only that")
                                .isEqualTo(Outcome.LET_IN);
                    }
                }));
    }

    private static Set<Permission> withOnly(AccessRule rule, Permission needs) {
        Set<Permission> held = EnumSet.of(needs);
        held.addAll(rule.gives());
        return held;
    }

    private Outcome ask(AccessRule rule, @Nullable String token) {
        HttpRequest.Builder request = rule.request().get();
        HttpResponse<String> answer =
                shop.send(token == null ? request : request.header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        if (answer.statusCode() == 401 || answer.body().contains("UNAUTHORIZED")) {
            return Outcome.ASKED_TO_SIGN_IN;
        }
        Permission needs = rule.needs();
        if (needs != null && answer.body().contains("This needs the permission " + needs.scope() + ".")) {
            return Outcome.DENIED;
        }
        assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(403);
        assertThat(answer.body()).doesNotContain("permission-denied", "FORBIDDEN");
        return Outcome.LET_IN;
    }

    /** A token of a person who works here with these permissions, for all that they may do. */
    private String token(Set<Permission> permissions) {
        UUID account = UUID.randomUUID();
        jdbc.sql("insert into account (id, name, locale, version, created_at) values (?, 'Juma', 'en', 1, now())")
                .param(account)
                .update();
        jdbc.sql("""
                        insert into employee (id, account_id, permissions, state, version, created_at)
                        values (?, ?, ?, 'active', 1, now())
                        """)
                .param(UUID.randomUUID())
                .param(account)
                .param(permissions.stream().map(Permission::scope).toArray(String[]::new))
                .update();
        return PersonalTokens.of(beans, account);
    }
}
