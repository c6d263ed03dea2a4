package io.agizo.signin.pages;

import io.agizo.pages.Form;

/** Opens an account. */
public record SignupView(boolean byEmail, Form form) {}
