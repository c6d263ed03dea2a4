package io.agizo.pages;

import io.agizo.shared.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says everything in one language, and writes numbers and times as its readers do. */
public final class Texts {

    /** What differs from one sentence of a rule to the next: what is quoted, lists of words, times, order numbers, numbers. */
    private static final Pattern FIGURE = Pattern.compile("“[^”]*”"
            + "|(?<=one of )[a-z-]+(?:, [a-z-]+)+"
            + "|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|\\+[0-9:]+))?"
            + "|\\b[0-9A-Z]{4}-[0-9A-Z]{3}\\b"
            + "|\\+?[0-9]+(?:\\.[0-9]+)*"
            + "|(?<=decimals of )[A-Z]{3}");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z#]+");

    private final MessageSource messages;
    private final Locale locale;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;

    /** Only ever copied: what writes a number keeps notes of it meanwhile, and many readers are served at once. */
    private final NumberFormat numbers;

    private final NumberFormat wholeNumbers;

    Texts(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        numbers = NumberFormat.getNumberInstance(locale);
        wholeNumbers = NumberFormat.getIntegerInstance(locale);
    }

    /** The ISO 639 code of the language. */
    public String language() {
        return locale.getLanguage();
    }

    /** The sentence of the key, which every bundle must have. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public String text(Message message) {
        return message.key().equals(Form.FAULT)
                ? fault(message.arguments().getFirst())
                : text(message.key(), message.arguments().toArray());
    }

    private String fault(String said) {
        String sentence = ofRule(said);
        return sentence == null ? text(Form.FAULT, said) : sentence;
    }

    /** What a use case says in English, of a row of a file for one; as it is where nobody translated it. */
    public String said(String english) {
        return Objects.requireNonNullElse(ofRule(english), english);
    }

    /** The words of a rule name the sentence, its figures stand in it. */
    private @Nullable String ofRule(String said) {
        Object[] figures =
                FIGURE.matcher(said).results().map(MatchResult::group).toArray();
        String words = FIGURE.matcher(said).replaceAll("#").toLowerCase(Locale.ROOT);
        String key = "fault." + NO_WORD.matcher(words).replaceAll("-").replaceAll("-$", "");
        return messages.getMessage(key, figures, null, locale);
    }

    /** The amount without its currency, which pages show apart. */
    public String amount(Money money) {
        NumberFormat format = (NumberFormat) numbers.clone();
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }

    public String number(long number) {
        return ((NumberFormat) wholeNumbers.clone()).format(number);
    }

    public String day(Instant at) {
        return days.format(at);
    }

    public String moment(Instant at) {
        return moments.format(at);
    }
}
