package io.agizo.signin.pages;

import io.agizo.pages.Form;

/** Helps in whoever lost their ways in, by a text or by a mail. */
public record RecoverView(boolean byEmail, Form form) {}
