package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class AlertsTests {

    private static final List<String> PARTS =
            List.of("What it means", "What the customer notices", "What to look at", "What to do", "When it is over");

    private final Map<String, Map<String, Object>> rules = rules();
    private final Map<String, String> sections = sections();

    @Test
    void eachHasASectionThatSaysWhatToDo() {
        assertThat(sections.keySet()).isEqualTo(rules.keySet());
        assertThat(sections)
                .allSatisfy((alert, section) -> assertThat(section)
                        .as(alert)
                        .contains(PARTS.stream()
                                .map(part -> "- **" + part + ":** ")
                                .toList()));
    }

    @Test
    void eachSaysHowMuchItMattersAndWhereItsSectionIs() {
        assertThat(rules).allSatisfy((alert, rule) -> {
            assertThat(of(rule, "labels").get("severity")).isIn("page", "ticket");
            assertThat(of(rule, "annotations"))
                    .containsKeys("summary", "description")
                    .containsEntry(
                            "runbook_url",
                            "{{ $externalLabels.runbooks }}/alerts.md#" + alert.toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void eachIsTriedRedAndSilent() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(Monitoring.FOLDER.resolve("tests/agizo.yml")));
        TreeSet<String> red = new TreeSet<>();
        TreeSet<String> silent = new TreeSet<>();
        for (Map<String, Object> trial : list(file, "tests")) {
            for (Map<String, Object> expected : list(trial, "alert_rule_test")) {
                (list(expected, "exp_alerts").isEmpty() ? silent : red).add((String) expected.get("alertname"));
            }
        }
        assertThat(red).isEqualTo(rules.keySet());
        assertThat(silent).isEqualTo(rules.keySet());
    }

    @Test
    void ringWhenTheyShouldAndOnlyThen() throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool"))));
        Process promtool = new ProcessBuilder("promtool", "test", "rules", "tests/agizo.yml")
                .directory(Monitoring.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
    }

    private static Map<String, Map<String, Object>> rules() {
        Map<String, Map<String, Object>> rules = new TreeMap<>();
        for (Map<String, Object> group : list(Monitoring.rules(), "groups")) {
            list(group, "rules").forEach(rule -> rules.put((String) rule.get("alert"), rule));
        }
        return rules;
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new TreeMap<>();
        Pattern.compile("(?ms)^## (\\w+)$(.*?)(?=^## |\\z)")
                .matcher(Monitoring.read(Path.of("docs/operate/alerts.md")))
                .results()
                .forEach((MatchResult section) -> sections.put(section.group(1), section.group(2)));
        return sections;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> of(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return (List<Map<String, Object>>) map.get(key);
    }
}
