package io.agizo.accounts.signin;

import java.time.Duration;

/**
 * How much may be tried: so often at once, and then once each so long. It only ever slows down, and whoever is slowed has
 * another way in: who knows the phone, the passkey or a browser they used before is not held up by someone who guesses.
 */
enum Allowance {
    /** Wrong passwords for an account: 2,880 guesses a day, against twelve characters that are not common. */
    PASSWORD_OF_ACCOUNT(5, Duration.ofSeconds(30)),

    /** Wrong passwords from a network; a whole neighbourhood may share one. */
    PASSWORD_FROM_NETWORK(60, Duration.ofSeconds(2)),

    /** Codes to a number: enough for texts that come late, too few to annoy whose number it is. */
    CODE_TO_NUMBER(3, Duration.ofMinutes(5)),

    /** Codes asked for from a network; each costs the shop a text. */
    CODE_FROM_NETWORK(20, Duration.ofMinutes(1)),

    /** Links to an address: as many as codes to a number. */
    MAIL_TO_ADDRESS(3, Duration.ofMinutes(5)),

    /** Links asked for from a network, so that nobody makes the shop a sender of junk. */
    MAIL_FROM_NETWORK(20, Duration.ofMinutes(1)),

    /** Wrong codes of an account's authenticator app, by someone who has passed the first factor. */
    SECOND_FACTOR(5, Duration.ofSeconds(30));

    private final int atOnce;
    private final Duration spacing;

    Allowance(int atOnce, Duration spacing) {
        this.atOnce = atOnce;
        this.spacing = spacing;
    }

    /** How long it takes to earn one more. */
    Duration spacing() {
        return spacing;
    }

    /** How far ahead one may have used it up and still take another. */
    Duration credit() {
        return spacing.multipliedBy(atOnce - 1L);
    }
}
