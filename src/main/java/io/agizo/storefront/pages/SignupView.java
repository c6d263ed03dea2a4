package io.agizo.storefront.pages;

import io.agizo.api.pages.Form;

/** Opens an account. */
public record SignupView(boolean byEmail, Form form) {}
