package io.agizo.notifications.mail;

/**
 * A mail that this sender alone may send now.
 *
 * @param attempt the how manieth try this is, from 1; also tells a late answer from that to a later try
 */
record ClaimedMail(Mail mail, int attempt) {}
