package io.agizo.signin.pages;

import io.agizo.pages.Form;

/** Asks a signed-in person to prove that it is still them, by the ways in that they have. */
public record LoginAgainView(boolean byPassword, boolean byCode, Form form) {}
