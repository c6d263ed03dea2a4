package io.agizo.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with blanks such as <code>{number}</code>, read once so that filling it in is only joining strings. */
final class TextTemplate {

    /** What can be filled in. */
    enum Blank {
        SHOP,
        NUMBER,
        ITEMS,
        COUNT,
        TOTAL,
        REASON,
        PRODUCT,
        LINK,
        STOP
    }

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    /** What stands before each blank; after the last one stands {@link #end}. */
    private final List<String> words = new ArrayList<>();

    private final List<Blank> blanks = new ArrayList<>();
    private final String end;

    TextTemplate(String pattern) {
        Matcher matcher = BLANK.matcher(pattern);
        int from = 0;
        while (matcher.find()) {
            words.add(pattern.substring(from, matcher.start()));
            blanks.add(Blank.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)));
            from = matcher.end();
        }
        end = pattern.substring(from);
    }

    boolean has(Blank blank) {
        return blanks.contains(blank);
    }

    String fill(Map<Blank, String> values) {
        StringBuilder text = new StringBuilder(2 * 160);
        for (int i = 0; i < blanks.size(); i++) {
            Blank blank = blanks.get(i);
            text.append(words.get(i)).append(values.getOrDefault(blank, ""));
        }
        return text.append(end).toString();
    }
}
