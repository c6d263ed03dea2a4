package io.agizo.office.pages;

import io.agizo.pages.Message;

/**
 * Asks before something is done that cannot be undone.
 *
 * @param action where the form posts to
 * @param keep where to go on without
 */
public record ConfirmView(Message title, Message text, String action, Message go, String keep, Message stay) {}
