package io.agizo.notifications;

/**
 * What a text costs to send: networks carry it in parts of 160 letters of their own small alphabet, or of 70 as soon as
 * one letter is outside of that (3GPP TS 23.038).
 *
 * @param unicode whether a letter outside the GSM alphabet makes it UCS-2
 * @param units septets, or 16-bit units if {@code unicode}
 * @param parts how many messages the network charges
 */
record SmsLength(boolean unicode, int units, int parts) {

    private static final int GSM_ALONE = 160;
    private static final int GSM_JOINED = 153;
    private static final int UNICODE_ALONE = 70;
    private static final int UNICODE_JOINED = 67;

    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** These are sent as an escape and a letter. */
    private static final String ESCAPED = "\f^{}\\[~]|€";

    private static final byte[] SEPTETS = septets();

    private static byte[] septets() {
        byte[] septets = new byte['€' + 1];
        ALPHABET.chars().forEach(letter -> septets[letter] = 1);
        ESCAPED.chars().forEach(letter -> septets[letter] = 2);
        return septets;
    }

    /** How many septets the letter takes, 0 if the GSM alphabet lacks it. */
    static int septets(char letter) {
        return letter < SEPTETS.length ? SEPTETS[letter] : 0;
    }

    static SmsLength of(String text) {
        int units = 0;
        for (int i = 0; i < text.length(); i++) {
            int septets = septets(text.charAt(i));
            if (septets == 0) {
                return new SmsLength(true, text.length(), unicodeParts(text));
            }
            units += septets;
        }
        return new SmsLength(false, units, units <= GSM_ALONE ? 1 : gsmParts(text));
    }

    /** Counted letter by letter, since no part ends between an escape and its letter. */
    private static int gsmParts(String text) {
        int parts = 1;
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            int septets = septets(text.charAt(i));
            if (used + septets > GSM_JOINED) {
                parts++;
                used = 0;
            }
            used += septets;
        }
        return parts;
    }

    /** Counted letter by letter, since no part ends between the halves of a surrogate pair. */
    private static int unicodeParts(String text) {
        if (text.length() <= UNICODE_ALONE) {
            return 1;
        }
        int parts = 1;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int units = Character.charCount(text.codePointAt(i));
            if (used + units > UNICODE_JOINED) {
                parts++;
                used = 0;
            }
            used += units;
            i += units;
        }
        return parts;
    }
}
