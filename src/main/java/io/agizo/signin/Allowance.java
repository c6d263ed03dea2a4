package io.agizo.signin;

import java.time.Duration;

/**
 * How much may be tried: so often at once, and then once each so long. It only ever slows down, and whoever is slowed has
 * another way in. Of an account, what strangers try is counted for each of their networks, so that they do not use up what
 * its owner may try from elsewhere; a browser that the owner has used before is counted by itself, and by nothing else.
 *
 * <p>Many networks together are held by what is counted from anywhere. It is more than one network can use up, so it takes
 * several of them, and all the time, to keep the owner's new device waiting; known browsers and passkeys never wait for it.
 * What guessing is worth, in a day:
 *
 * <table>
 * <tr><th>at</th><th>tries from one network, from all</th><th>chance of one to be right</th><th>chance in a day, from all</th></tr>
 * <tr><td>a password</td><td>2,880, 17,280</td><td>1 in 10<sup>10</sup>, see {@link PasswordRules}</td><td>1 in 500,000</td></tr>
 * <tr><td>a texted code</td><td>96, 144, five a code</td><td>1 in 1,000,000</td><td>1 in 7,000</td></tr>
 * <tr><td>an app's code</td><td>96, 144</td><td>3 in 1,000,000, by who passed the first factor</td><td>1 in 2,300</td></tr>
 * </table>
 *
 * So an even chance takes thirteen years of daily texts to the owner, who hears of each, or four years of knowing the password.
 */
enum Allowance {
    /** Wrong passwords for an account, from a network or a known browser. */
    PASSWORD_OF_ACCOUNT(5, Duration.ofSeconds(30)),

    /** Wrong passwords from a network; a whole neighbourhood may share one. */
    PASSWORD_FROM_NETWORK(60, Duration.ofSeconds(2)),

    /** Wrong passwords for an account by strangers everywhere: it takes more than six networks to use it up. */
    PASSWORD_FROM_ANYWHERE(300, Duration.ofSeconds(5)),

    /** Passwords chosen in one place: each is measured and hashed, which keeps a core busy. */
    NEW_PASSWORD(20, Duration.ofSeconds(3)),

    /** Codes to a number, for a network or a known browser: enough for texts that come late, too few to annoy. */
    CODE_TO_NUMBER(3, Duration.ofMinutes(5)),

    /** Codes asked for from a network; each costs the shop a text. */
    CODE_FROM_NETWORK(20, Duration.ofMinutes(1)),

    /** Wrong texted codes for a number, over all codes that it was sent: two codes may be mistyped to their end. */
    WRONG_CODE(10, Duration.ofMinutes(15)),

    /** The same by strangers everywhere: one network cannot use it up. */
    WRONG_CODE_FROM_ANYWHERE(60, Duration.ofMinutes(10)),

    /** Links to an address, for a network or a known browser: as many as codes to a number. */
    MAIL_TO_ADDRESS(3, Duration.ofMinutes(5)),

    /** Links asked for from a network, so that nobody makes the shop a sender of junk. */
    MAIL_FROM_NETWORK(20, Duration.ofMinutes(1)),

    /** Links to an address for strangers everywhere: one network cannot use it up, and no mail box is filled. */
    MAIL_FROM_ANYWHERE(30, Duration.ofMinutes(2)),

    /** Wrong codes of an account's authenticator app, by someone who has passed the first factor. */
    SECOND_FACTOR(5, Duration.ofMinutes(15)),

    /** The same by strangers everywhere: one network cannot use it up. */
    SECOND_FACTOR_FROM_ANYWHERE(30, Duration.ofMinutes(10));

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
