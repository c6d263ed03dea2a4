package io.agizo.texting;

import java.time.Duration;
import java.util.List;

/**
 * How many texts strangers may cause, by whom and to whom. A number's share of one network is smaller than that of all of
 * them, so that one stranger never uses up a number's day, and a browser in which its owner signed in has a share apart.
 */
enum TextShare {
    /** A household asks for some codes in a bad hour: a text that was late, a phone that changed hands. */
    CODES_TO_NUMBER_FROM_NETWORK(6, 10),

    /** Twice that from all networks together: what more there is, only strangers to the number ask for. */
    CODES_TO_NUMBER(12, 20),

    /** A browser that knows the number's owner signs in again after each shift at most. */
    CODES_TO_NUMBER_BY_DEVICE(6, 10),

    /** However many browsers know them: each was signed in at, so only the owner can have them made. */
    CODES_TO_NUMBER_BY_DEVICES(12, 20),

    /** Some hundred customers behind one address of a mobile network, each with two codes a day, and twice that again. */
    CODES_FROM_NETWORK(120, 500),

    /** A shop with ten thousand customers lets a tenth of them in by a code on its best day. */
    CODES(500, 2_000),

    /** A household orders a few times a day, a kitchen that buys for its guests some more. */
    ORDERS_TO_NUMBER_FROM_NETWORK(6, 20),

    /** The same from wherever they are: at home, on the road, at work. */
    ORDERS_TO_NUMBER(10, 40),

    /** A sale that a whole town waits for, behind one address of its mobile network; each reserves stock as well. */
    ORDERS_FROM_NETWORK(2_000, 6_000),

    /** Somebody looks through the shelf once and leaves their number at what is sold out. */
    WISHES_TO_NUMBER_FROM_NETWORK(6, 10),

    /** The same from wherever they are; beyond it, somebody leaves a number that is not theirs. */
    WISHES_TO_NUMBER(10, 20),

    /** A good that a whole town waits for, behind one address of its mobile network. */
    WISHES_FROM_NETWORK(120, 500),

    /** Each becomes a text that the shop pays for, so all of them together stay far below what it may send in a day. */
    WISHES(500, 2_000);

    private final int perHour;
    private final int perDay;

    TextShare(int perHour, int perDay) {
        this.perHour = perHour;
        this.perDay = perDay;
    }

    List<Bucket> buckets() {
        return List.of(new Bucket(perHour, Duration.ofHours(1)), new Bucket(perDay, Duration.ofDays(1)));
    }
}
