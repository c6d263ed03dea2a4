package io.agizo.pages;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern USED = Pattern.compile("(?:page\\.text|Message\\.of)\\(\"([a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]");
    private static final Currency KES = Currency.getInstance("KES");

    private final Bundles bundles = bundles();

    @Test
    void sayTheSameInEveryLanguage() {
        for (Path english : files(FOLDER, "_en.properties")) {
            Properties first = read(english);
            Properties second = read(Path.of(english.toString().replace("_en.", "_sw.")));

            assertThat(second.stringPropertyNames()).isEqualTo(first.stringPropertyNames());
            for (String key : first.stringPropertyNames()) {
                assertThat(places(second.getProperty(key))).as(key).isEqualTo(places(first.getProperty(key)));
            }
        }
    }

    @Test
    void keepApostrophesFromBeingReadAsQuotes() {
        for (Path file : files(FOLDER, ".properties")) {
            assertThat(read(file).values())
                    .as(file.toString())
                    .noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    void haveWhateverIsAskedOfThem() {
        Set<String> known = new TreeSet<>();
        files(FOLDER, "_en.properties").forEach(file -> known.addAll(read(file).stringPropertyNames()));

        Set<String> used = Stream.concat(
                        files(Path.of("src/main/jte"), ".jte").stream(),
                        files(Path.of("src/main/java"), ".java").stream())
                .flatMap(file -> USED.matcher(text(file)).results().map(match -> match.group(1)))
                .collect(toCollection(TreeSet::new));

        assertThat(used).isNotEmpty();
        assertThat(known).containsAll(used);
    }

    @Test
    void refuseAKeyThatTheyDoNotHave() {
        assertThatThrownBy(() -> bundles.in(Locale.ENGLISH).text("no.such.key")).hasMessageContaining("no.such.key");
    }

    @Test
    void speakEnglishToReadersOfAnyOtherLanguage() {
        assertThat(bundles.in(Locale.FRENCH).language()).isEqualTo("en");
        assertThat(bundles.in(Locale.of("sw")).text("layout.login")).isEqualTo("Ingia");
    }

    @Test
    void writeMoneyAsInTheShopsCountry() {
        Texts texts = bundles.in(Locale.ENGLISH);

        assertThat(texts.amount(new Money(new BigDecimal("1250"), KES))).isEqualTo("1,250.00");
        assertThat(texts.number(10_000)).isEqualTo("10,000");
    }

    @Test
    void writeTimesByTheShopsClocks() {
        Texts texts = bundles.in(Locale.ENGLISH);
        Instant evening = Instant.parse("2026-11-28T21:30:00Z");

        assertThat(texts.day(evening)).contains("29").contains("Nov").contains("2026");
        assertThat(texts.moment(evening)).contains("29").containsPattern("\\b0?0:30|12:30");
    }

    private static Bundles bundles() {
        try {
            return new Bundles(new Shop("Duka", KES, "KE", ZoneId.of("Africa/Nairobi")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
