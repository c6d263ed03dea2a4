package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

class LogLinesTests {

    private static final String FORGED =
            "2026-11-23T02:00:00.000+03:00 ERROR [main] io.agizo.Agizo : The till is empty";

    @ParameterizedTest
    @ValueSource(strings = {"console", "file"})
    void areBegunByTheShopAlone(String log) throws IOException {
        for (String lineBreak : List.of("\n", "\r\n", "\r", "\n\n", "\u2028", "\u0085")) {
            String words = "nothing" + lineBreak + FORGED;

            assertThat(lines(log, words, null))
                    .hasSizeGreaterThan(1)
                    .doesNotContain(FORGED)
                    .contains("  " + FORGED);
            assertThat(lines(log, "failed", new IllegalStateException(words)))
                    .doesNotContain(FORGED)
                    .contains("  " + FORGED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "file"})
    void moveNoTerminal(String log) throws IOException {
        assertThat(String.join("\n", lines(log, "a\u001b[2Jb\bc", null))).endsWith("a?[2Jb?c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "file"})
    void sayOnceWhatFailed(String log) throws IOException {
        List<String> lines = lines(log, "failed", new IllegalStateException("for good"));

        assertThat(lines.getFirst()).endsWith(": failed");
        assertThat(lines).filteredOn(line -> line.contains("for good")).hasSize(1);
        assertThat(lines).anyMatch(line -> line.startsWith("  \tat io.agizo.platform.LogLinesTests"));
    }

    /** What the shop's settings make of an entry. */
    private static List<String> lines(String log, String words, @Nullable Throwable failure) throws IOException {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("clr", ColorConverter::new);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setPattern(pattern(log));
        layout.start();
        LoggingEvent event = new LoggingEvent(
                LogLinesTests.class.getName(),
                context.getLogger(LogLinesTests.class),
                Level.WARN,
                words,
                failure,
                null);
        return List.of(layout.doLayout(event).split("\\R"));
    }

    private static String pattern(String log) throws IOException {
        MutablePropertySources settings = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .forEach(settings::addLast);
        return new PropertySourcesPropertyResolver(settings).getRequiredProperty("logging.pattern." + log);
    }
}
