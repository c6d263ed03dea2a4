package io.agizo.storefront.pages;

import io.agizo.accounts.signin.PresentProof;
import io.agizo.pages.Form;

/** A new password, or the first one. */
public record PasswordView(boolean replaces, PresentProof.Kind present, Form form) {}
