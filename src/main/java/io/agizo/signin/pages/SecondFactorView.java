package io.agizo.signin.pages;

import io.agizo.pages.Form;

/** Asks for the code of the authenticator app. */
public record SecondFactorView(Form form) {}
