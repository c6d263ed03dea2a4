package io.agizo.accounts;

import io.agizo.shared.PhoneNumber;

/** Whom the shop has invited by a text to a number, for when the number is given up; known where it is known who works here. */
public interface InvitedByPhone {

    /** Lets in one change of who works here at a time, until the transaction ends; comes before any account is locked. */
    void hold();

    /** Takes back what was sent to the number, for it would let in whoever gets the number next. */
    void takeBack(PhoneNumber givenUp);
}
