package io.agizo.pages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.ModuleContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the rules of all modules for what they say is wrong: each sentence that a page can show has words in Swahili. */
class EveryFaultTests {

    private static final Path SOURCES = Path.of("src/main/java/io/agizo");

    /** What only programs are told, since no page leads there. */
    private static final Pattern OF_PROGRAMS =
            Pattern.compile(".*/agizo/(api|audit|issuer|live|notifications|platform|queries)/.*|.*/web/.*");

    private static final Pattern SAYS = Pattern.compile("new (?:Fault|InvalidInput|TooLong)\\(");
    private static final Pattern SAYS_OF_ROWS = Pattern.compile(SAYS + "|\\b(?:refuse|errors|left)\\(");
    private static final Pattern OF_VALIDATION = Pattern.compile("message = (\"[^\"]*\"|[\\w.]+)(?=[,)])");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) =\\s*(\"[^;]*\");");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\.formatted\\(.*)?");

    /** Sentences whose words are put together elsewhere; FaultsTests has them. */
    private static final Pattern PUT_TOGETHER = Pattern.compile(
            "“7” 7|can mean .*|must be one of 7|is not the customer of 77|is not a column of 7|.* in 7.*|.* of 7"
                    + "|is blank, but 7.*|is not the time of 7.*");

    @Test
    void hasWordsInSwahili() throws IOException {
        Texts swahili = new Bundles(ModuleContext.SHOP).in(Locale.of("sw"));
        List<Path> sources = sources();
        Map<String, String> constants = constants(sources);
        List<String> said = sources.stream()
                .filter(source -> !OF_PROGRAMS.matcher(source.toString()).matches())
                .flatMap(source -> sentences(source, constants))
                .distinct()
                .filter(sentence -> !PUT_TOGETHER.matcher(sentence).matches())
                .toList();

        assertThat(said).hasSizeGreaterThan(100).contains("must be given", "must be one line of text");
        assertThat(said)
                .filteredOn(sentence -> swahili.said(sentence).equals(sentence))
                .isEmpty();
    }

    private static Stream<String> sentences(Path source, Map<String, String> constants) {
        String code = text(source);
        List<String> found = new ArrayList<>();
        OF_VALIDATION.matcher(code).results().forEach(message -> found.add(message.group(1)));
        Pattern says = source.toString().contains("/imports/") ? SAYS_OF_ROWS : SAYS;
        says.matcher(code).results().forEach(call -> found.add(lastArgument(code, call.end())));
        return found.stream()
                .map(expression -> constants.getOrDefault(name(expression, source), expression))
                .filter(expression -> expression.contains("\""))
                .filter(expression -> !expression.contains(" ? "))
                .map(expression -> said(expression, source, constants))
                .filter(sentence -> sentence.contains(" ") && !sentence.startsWith("/"));
    }

    /** The sentence with a 7 for whatever is not the same each time. */
    private static String said(String expression, Path source, Map<String, String> constants) {
        return parts(expression, '+').stream()
                .map(String::strip)
                .map(part -> constants.getOrDefault(name(part, source), part))
                .flatMap(part -> parts(part, '+').stream())
                .map(part -> {
                    Matcher literal = LITERAL.matcher(part.strip());
                    return literal.matches() ? literal.group(1).replaceAll("%[ds]|\\{[a-z]+\\}", "7") : "7";
                })
                .collect(joining());
    }

    /** A constant by the name of its type and its own. */
    private static String name(String expression, Path source) {
        String name = expression.strip();
        return name.contains(".") ? name : type(source) + "." + name;
    }

    private static String type(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static String lastArgument(String code, int from) {
        int depth = 1;
        int to = from;
        while (depth > 0) {
            char character = code.charAt(to);
            if (character == '"') {
                to = endOfLiteral(code, to);
            }
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            to++;
        }
        return parts(code.substring(from, to - 1), ',').getLast().strip();
    }

    private static List<String> parts(String code, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < code.length(); at++) {
            char character = code.charAt(at);
            if (character == '"') {
                at = endOfLiteral(code, at);
            } else if (character == '(' || character == ')') {
                depth += character == '(' ? 1 : -1;
            } else if (character == separator && depth == 0) {
                parts.add(code.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(code.substring(from));
        return parts;
    }

    private static int endOfLiteral(String code, int from) {
        int at = from + 1;
        while (code.charAt(at) != '"') {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static Map<String, String> constants(List<Path> sources) {
        Map<String, String> constants = new HashMap<>();
        sources.forEach(source -> CONSTANT.matcher(text(source))
                .results()
                .forEach(constant -> constants.put(type(source) + "." + constant.group(1), constant.group(2))));
        return constants;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
