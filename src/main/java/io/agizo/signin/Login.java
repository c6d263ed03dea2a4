package io.agizo.signin;

import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What someone typed to say who they are: a telephone number in any form, or an e-mail address.
 *
 * @param phone in E.164; null if it is no number
 */
record Login(@Nullable String phone, String email) {

    private static final int LONGEST = 320;

    static Login read(String typed, String country) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        return new Login(phone(text, country), text.toLowerCase(Locale.ROOT));
    }

    /** The same however it was typed. */
    String key() {
        return phone == null ? email : phone;
    }

    private static @Nullable String phone(String text, String country) {
        try {
            return PhoneNumber.parse(text, country).e164();
        } catch (InvalidInput anAddress) {
            return null;
        }
    }
}
