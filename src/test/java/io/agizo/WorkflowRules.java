package io.agizo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What each workflow in a folder must do so that nobody who can change a little of it, or of an action, gets everything. */
final class WorkflowRules {

    /** An action of others, by a commit that nobody can move, and the version that people read. */
    private static final Pattern PINNED = Pattern.compile(
            "uses: (?<action>[\\w.-]+/[\\w./-]+)@(?<commit>[0-9a-f]{40}) # (?<version>v?\\d+(\\.\\d+)+)");

    private static final Pattern USES = Pattern.compile("^\\s*(?:- )?(?<uses>uses: .*)$", Pattern.MULTILINE);

    /** Events that run with the rights of the project what strangers wrote. */
    private static final List<String> DANGEROUS = List.of("pull_request_target", "workflow_run");

    private final List<String> breaches = new ArrayList<>();
    private final Map<String, String> pins = new TreeMap<>();

    static List<String> breaches(Path folder) throws IOException {
        WorkflowRules rules = new WorkflowRules();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                rules.check(file.getFileName().toString(), Files.readString(file));
            }
        }
        return rules.breaches;
    }

    private void check(String file, String text) {
        Map<?, ?> workflow = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        // YAML 1.1 takes the word "on" for true.
        List<?> events = keys(workflow.get(Boolean.TRUE));
        must(Map.of().equals(workflow.get("permissions")), file, "begins with permissions: {}");
        must(
                workflow.containsKey("concurrency") || events.equals(List.of("workflow_call")),
                file,
                "has a concurrency group");
        must(
                DANGEROUS.stream().noneMatch(events::contains),
                file,
                "is started by no event that gives strangers our rights");
        USES.matcher(text)
                .results()
                .forEach(found -> checkPin(file, found.group("uses").strip()));
        map(workflow.get("jobs")).forEach((name, job) -> checkJob(file, file + ": " + name, map(job)));
    }

    private void checkPin(String file, String uses) {
        if (uses.startsWith("uses: ./")) {
            return;
        }
        var pinned = PINNED.matcher(uses);
        must(pinned.matches(), file, "pins by a whole commit with its version: " + uses);
        if (pinned.matches()) {
            // The parts of one repository are released together.
            String repository = pinned.group("action").replaceFirst("^([^/]+/[^/]+)/.*", "$1");
            String pin = pinned.group("commit") + " # " + pinned.group("version");
            String other = pins.putIfAbsent(repository, pin);
            must(other == null || other.equals(pin), file, "uses the same version as elsewhere: " + uses);
        }
    }

    private void checkJob(String file, String place, Map<?, ?> job) {
        must(job.containsKey("name"), place, "has a name");
        must(job.get("permissions") instanceof Map, place, "lists its permissions");
        must(!usesSecrets(job) || job.containsKey("environment"), place, "has its secrets from an environment");
        if (job.containsKey("uses")) {
            return;
        }
        must(job.containsKey("timeout-minutes"), place, "has a time-out");
        must(!String.valueOf(job.get("runs-on")).contains("-latest"), place, "runs on a fixed release");
        for (Object step : (List<?>) job.get("steps")) {
            checkStep(file, place, map(step));
        }
    }

    private void checkStep(String file, String place, Map<?, ?> step) {
        String uses = String.valueOf(step.get("uses"));
        Map<?, ?> with = map(step.get("with"));
        must(
                !uses.startsWith("actions/checkout@") || Boolean.FALSE.equals(with.get("persist-credentials")),
                place,
                "keeps no credentials after checkout");
        must(!with.containsKey("cache") || !isTrusted(file), place, "takes nothing that is released from a cache");
        must(!String.valueOf(step.get("run")).contains("${{"), place, "hands values to scripts by the environment");
    }

    /** What it makes is run by others, so it must be made of nothing that an earlier run left behind. */
    private static boolean isTrusted(String file) {
        return file.contains("release") || file.contains("deploy");
    }

    private static boolean usesSecrets(Map<?, ?> job) {
        return job.toString().contains("secrets.");
    }

    private void must(boolean kept, String place, String rule) {
        if (!kept) {
            breaches.add(place + " " + rule);
        }
    }

    private static List<?> keys(Object events) {
        return switch (events) {
            case Map<?, ?> several -> List.copyOf(several.keySet());
            case List<?> several -> several;
            case null, default -> List.of(String.valueOf(events));
        };
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
