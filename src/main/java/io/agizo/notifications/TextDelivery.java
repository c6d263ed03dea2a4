package io.agizo.notifications;

/** Takes texts from the queue to phones. */
public interface TextDelivery {

    /** Takes on some of what is due, within a second or so, and tells whether more may be due at this moment. */
    boolean round() throws InterruptedException;

    /** Waits for what is under way, called when no more rounds come. */
    default void finish() throws InterruptedException {}
}
