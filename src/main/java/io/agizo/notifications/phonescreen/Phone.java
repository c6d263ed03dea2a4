package io.agizo.notifications.phonescreen;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.agizo.shared.PhoneNumber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/**
 * One customer's phone, as the page shows it.
 *
 * @param texts what is on its screen, the newest first
 * @param older whether there are texts that the page leaves out
 */
public record Phone(PhoneNumber number, List<Text> texts, boolean older) {

    /** A text on the screen. */
    public record Text(UUID id, String body, ZonedDateTime at) {}

    /** In groups that one can read out, such as {@code +254 711 000001}. */
    public static String grouped(PhoneNumber number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.format(numbers.parse(number.e164(), null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unknownCountry) {
            return number.e164();
        }
    }

    public static String path(PhoneNumber number) {
        return "/phone?number=" + URLEncoder.encode(number.e164(), StandardCharsets.UTF_8);
    }
}
