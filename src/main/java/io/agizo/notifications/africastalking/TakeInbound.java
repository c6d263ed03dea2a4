package io.agizo.notifications.africastalking;

import io.agizo.notifications.OptOuts;
import io.agizo.shared.InvalidInput;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * Hears what people text to the shop by way of Africa's Talking: the words that stop the texts they asked for, and those that
 * allow them again. All else is nobody's to keep.
 */
@Service
public class TakeInbound {

    private static final Set<String> STOP = Set.of("STOP", "ACHA", "TOA");
    private static final Set<String> START = Set.of("START", "ANZA");

    /** No such word is longer with what people put around it. */
    private static final int LONGEST_WORD = 40;

    private static final int LONGEST_ID = 100;

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final OptOuts optOuts;
    private final CallbackToken token;

    TakeInbound(OptOuts optOuts, CallbackToken token) {
        this.optOuts = optOuts;
        this.token = token;
    }

    /** A text that came from the number; it may come again until it is answered. */
    public void text(String token, String id, String from, String text) {
        this.token.mustBe(token);
        String word = word(text);
        if (STOP.contains(word)) {
            optOuts.stop(CallbackToken.phone("/from", from), word, id(id));
        } else if (START.contains(word)) {
            optOuts.startAgain(CallbackToken.phone("/from", from), id(id));
        }
    }

    /** Their notice that the number is to have nothing more of the sender. */
    public void optedOut(String token, String phoneNumber) {
        this.token.mustBe(token);
        optOuts.stop(CallbackToken.phone("/phoneNumber", phoneNumber), "notice", null);
    }

    private static String word(String text) {
        return text.length() > LONGEST_WORD
                ? ""
                : AROUND.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static String id(String id) {
        if (id.isBlank() || id.length() > LONGEST_ID || !id.equals(Words.of(id))) {
            throw new InvalidInput("/id", "must be 1 to " + LONGEST_ID + " visible characters");
        }
        return id;
    }
}
