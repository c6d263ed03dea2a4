package io.agizo.storefront.pages;

import io.agizo.api.pages.Form;

/** Asks for the code of the authenticator app. */
public record SecondFactorView(Form form) {}
