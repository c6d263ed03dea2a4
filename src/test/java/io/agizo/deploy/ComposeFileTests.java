package io.agizo.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The shop in containers on one machine: confined, in order, and with its secrets in files. */
class ComposeFileTests {

    /** Draining, then two phases of 20 s each. */
    private static final String LONGER_THAN_ITS_END = "60s";

    private final Map<String, Map<String, Object>> services = read();

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> read() {
        try {
            Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(Path.of("deploy/compose.yaml")));
            return (Map<String, Map<String, Object>>) file.get("services");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void confinesEachContainer() {
        assertThat(services).containsOnlyKeys("postgres", "migrate", "shop-1", "shop-2", "caddy");
        assertThat(services.values())
                .allSatisfy(service -> assertThat(service)
                        .containsEntry("read_only", true)
                        .containsEntry("cap_drop", List.of("ALL"))
                        .containsEntry("security_opt", List.of("no-new-privileges:true"))
                        .containsKeys("mem_limit", "pids_limit"))
                .allSatisfy(service -> assertThat(service.get("image").toString())
                        .matches(".+:.+")
                        .doesNotEndWith(":latest"));
    }

    @Test
    void opensOnlyTheDoorOfTheProxy() {
        assertThat(services.get("caddy")).containsEntry("ports", List.of("80:80", "443:443"));
        assertThat(services.values().stream().filter(service -> service.containsKey("ports")))
                .hasSize(1);
    }

    @Test
    void migratesBeforeTheReplicasStart() {
        Object finished = Map.of("migrate", Map.of("condition", "service_completed_successfully"));

        assertThat(services.get("migrate"))
                .containsEntry("command", List.of("migrate"))
                .containsEntry("restart", "no");
        for (String replica : List.of("shop-1", "shop-2")) {
            assertThat(services.get(replica))
                    .containsEntry("depends_on", finished)
                    .containsEntry("stop_grace_period", LONGER_THAN_ITS_END);
        }
    }

    @Test
    void keepsSecretsInFiles() {
        for (Map<String, Object> service : services.values()) {
            Map<?, ?> environment = (Map<?, ?>) service.getOrDefault("environment", Map.of());

            assertThat(environment.keySet())
                    .noneMatch(name -> name.toString().matches(".*(PASSWORD|SECRET|KEY|TOKEN)"));
        }
    }
}
