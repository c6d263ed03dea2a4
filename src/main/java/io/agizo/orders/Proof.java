package io.agizo.orders;

/** What is known of the number of whoever checks a cart out. */
public enum Proof {
    /** It is theirs, or somebody with the right to place orders answers for it. */
    PROVED,
    /** It may be anybody's. */
    NONE,
    /** They gave a code that is not the one that was texted there, or not any more. */
    WRONG_CODE
}
