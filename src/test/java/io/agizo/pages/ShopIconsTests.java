package io.agizo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A shopper loads the icons of the shop's pages and no others; those of an account and the office are a file of their own. */
class ShopIconsTests {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path FILES = Path.of("src/main/resources/static");

    private static final Pattern ICON = Pattern.compile("<symbol id=\"([a-z-]+)\"");
    private static final Pattern CALLED = Pattern.compile("@template\\.([\\w.]+)\\(");
    private static final Pattern WORD = Pattern.compile("(?<!case )\"([a-z-]+)\"");

    /** Where a template says which icon it means: the parts that take one, and a choice between several. */
    private static final Pattern MEANT =
            Pattern.compile("(?:part\\.icon\\(page = page, name = |icon = )((?:[^,()\"]|\"[^\"]*\"|\\([^()]*\\))*)");

    @Test
    void areAllInTheirFileAndNoOthers() throws IOException {
        assertThat(icons("shop-icons.svg")).isEqualTo(used());
    }

    @Test
    void areInOneFileEach() throws IOException {
        assertThat(icons("icons.svg")).doesNotContainAnyElementsOf(icons("shop-icons.svg"));
    }

    private static Set<String> icons(String file) throws IOException {
        return found(ICON, Files.readString(FILES.resolve(file)));
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        Set<Path> seen = new TreeSet<>();
        Deque<Path> toSee = new ArrayDeque<>(List.of(TEMPLATES.resolve("layout/shop.jte")));
        for (String area : List.of("catalog", "cart", "checkout", "order")) {
            try (Stream<Path> pages = Files.list(TEMPLATES.resolve("storefront").resolve(area))) {
                pages.forEach(toSee::add);
            }
        }
        while (!toSee.isEmpty()) {
            Path template = toSee.pop();
            if (seen.add(template)) {
                String text = Files.readString(template);
                MEANT.matcher(text).results().forEach(meant -> used.addAll(found(WORD, meant.group(1))));
                found(CALLED, text).forEach(called -> toSee.add(TEMPLATES.resolve(called.replace('.', '/') + ".jte")));
            }
        }
        return used;
    }

    private static Set<String> found(Pattern what, String text) {
        Set<String> found = new TreeSet<>();
        what.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
