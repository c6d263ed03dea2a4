package io.agizo.signin.pages;

import io.agizo.pages.Form;

/** The sign-in page: by password, or by a code that is texted. */
public record LoginView(boolean byCode, Form form) {}
