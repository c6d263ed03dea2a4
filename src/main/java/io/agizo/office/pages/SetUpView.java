package io.agizo.office.pages;

import io.agizo.pages.Form;

/** Makes the owner of a new shop. */
public record SetUpView(String token, boolean byEmail, Form form) {}
