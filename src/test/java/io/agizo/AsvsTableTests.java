package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the table of OWASP's requirements against their list, and against the code that it names. */
class AsvsTableTests {

    private static final Path PAGE = Path.of("docs/security/asvs.md");
    private static final Path NUMBERS = Path.of("src/test/resources/asvs-requirements.txt");

    private static final String MET = "met";
    private static final String NOT_MET = "not met";
    private static final List<String> STATUSES = List.of(MET, "not applicable", NOT_MET);

    private static final Pattern ROW =
            Pattern.compile("^\\| (V[0-9.]+) \\| ([12]) \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern FILE = Pattern.compile("\\.?[A-Za-z][A-Za-z0-9./-]*\\.(?:md|xml|ya?ml|jte|js)");
    private static final Pattern CLASS = Pattern.compile("([A-Z][A-Za-z0-9]*)(?:\\.([a-z][A-Za-z0-9]*))?");

    private final String page = Files.readString(PAGE);
    private final List<Requirement> requirements =
            ROW.matcher(page).results().map(Requirement::of).toList();

    AsvsTableTests() throws IOException {}

    private record Requirement(String number, int level, String status, String why) {

        static Requirement of(MatchResult row) {
            return new Requirement(row.group(1), Integer.parseInt(row.group(2)), row.group(3), row.group(4));
        }
    }

    @Test
    void hasEachRequirementOnceInItsOrder() throws IOException {
        assertThat(requirements.stream().map(row -> row.number() + " " + row.level()))
                .containsExactlyElementsOf(Files.readAllLines(NUMBERS));
    }

    @Test
    void knowsThreeStatuses() {
        assertThat(requirements).extracting(Requirement::status).isSubsetOf(STATUSES);
    }

    @Test
    void addsUpAtItsHead() {
        for (String status : STATUSES) {
            List<Requirement> rows = requirements.stream()
                    .filter(row -> row.status().equals(status))
                    .toList();
            assertThat(page).contains(figures(status, rows));
        }
        assertThat(page).contains(figures("all", requirements));
    }

    private static String figures(String name, List<Requirement> rows) {
        long first = rows.stream().filter(row -> row.level() == 1).count();
        return "\n| %s | %d | %d | %d |\n".formatted(name, first, rows.size() - first, rows.size());
    }

    @Test
    void saysByWhatARequirementIsMet() {
        assertThat(requirements)
                .filteredOn(row -> row.status().equals(MET))
                .allMatch(row -> NAME.matcher(row.why()).results().anyMatch(name -> isOurs(name.group(1)))
                        || row.why().contains("](rules.md)"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(requirements)
                .filteredOn(row -> row.status().equals(NOT_MET))
                .allMatch(row -> row.why().contains("Missing: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asvs.md", "rules.md"})
    void namesOnlyWhatIsThere(String file) throws IOException {
        Map<String, String> sources = sources();
        String text = Files.readString(PAGE.resolveSibling(file));

        assertThat(NAME.matcher(text).results().map(name -> name.group(1)).filter(AsvsTableTests::isOurs))
                .isNotEmpty()
                .allMatch(name -> isThere(name, sources));
    }

    private static boolean isOurs(String name) {
        return FILE.matcher(name).matches() || CLASS.matcher(name).matches();
    }

    private static boolean isThere(String name, Map<String, String> sources) {
        if (FILE.matcher(name).matches()) {
            return Files.exists(Path.of(name));
        }
        Matcher type = CLASS.matcher(name);
        String source = type.matches() ? sources.get(type.group(1)) : null;
        return source != null && (type.group(2) == null || source.contains(" " + type.group(2) + "("));
    }

    /** What is written under the name of each class; those of one name in two packages together. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Path root : List.of(Path.of("src/main/java/io"), Path.of("src/test/java/io"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }
}
