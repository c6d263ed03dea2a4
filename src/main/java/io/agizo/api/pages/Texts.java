package io.agizo.api.pages;

import io.agizo.shared.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says everything in one language, and writes numbers and times as its readers do. */
public final class Texts {

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    Texts(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
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
        return text(message.key(), message.arguments().toArray());
    }

    /** The amount without its currency, which pages show apart. */
    public String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String day(Instant at) {
        return written(at, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    public String moment(Instant at) {
        return written(at, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    private String written(Instant at, DateTimeFormatter format) {
        return format.withLocale(locale).format(at.atZone(zone));
    }
}
