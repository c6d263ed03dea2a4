package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The habits of this house that only the source shows: compiled classes know neither lines nor what a text says. */
class SourceRulesTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** What a reader keeps in mind of one file; most have far fewer lines. */
    private static final int MOST_LINES = 300;

    /** The beginning of a statement at the beginning of a text; whoever speaks to people begins with a capital. */
    private static final Pattern STATEMENT =
            Pattern.compile("\"(?:\"\"\\s+)?(?:select|insert into|update \\w+ set|delete from|with \\w+ as) ");

    /** Those who write long queries for a store of their module, and ask nothing themselves. */
    private static final Pattern SPEAKS_SQL = Pattern.compile(".*(Store|ListQuery)\\.java");

    @TempDir
    private Path badHouse;

    @Test
    void filesAreShort() {
        assertThat(tooLong(MAIN)).isEmpty();
        assertThat(tooLong(TESTS)).isEmpty();
    }

    @Test
    void statementsStayInStores() {
        assertThat(sqlOutsideStores(MAIN)).isEmpty();
    }

    @Test
    void findTheBadExamples() throws IOException {
        Files.writeString(badHouse.resolve("Long.java"), "\n".repeat(MOST_LINES + 1));
        Files.writeString(badHouse.resolve("AsLongAsCanBe.java"), "\n".repeat(MOST_LINES));
        Files.writeString(badHouse.resolve("CountOrders.java"), "\"select count(*) from orders\"");
        Files.writeString(badHouse.resolve("ForgetOrders.java"), "\"\"\"\n        delete from orders\n        \"\"\"");
        Files.writeString(badHouse.resolve("OrderStore.java"), "\"select count(*) from orders\"");
        Files.writeString(badHouse.resolve("Advice.java"), "\"Select an order, or update it with an item\"");

        assertThat(tooLong(badHouse)).containsExactly("Long.java has 301 lines");
        assertThat(sqlOutsideStores(badHouse)).containsExactly("CountOrders.java", "ForgetOrders.java");
    }

    private static List<String> tooLong(Path directory) {
        return sources(directory)
                .filter(file -> lines(file) > MOST_LINES)
                .map(file -> file.getFileName() + " has " + lines(file) + " lines")
                .toList();
    }

    private static List<String> sqlOutsideStores(Path directory) {
        return sources(directory)
                .filter(file -> STATEMENT.matcher(text(file)).find())
                .map(file -> file.getFileName().toString())
                .filter(name -> !SPEAKS_SQL.matcher(name).matches())
                .toList();
    }

    private static Stream<Path> sources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
