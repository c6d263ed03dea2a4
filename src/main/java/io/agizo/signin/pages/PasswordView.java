package io.agizo.signin.pages;

import io.agizo.pages.Form;
import io.agizo.signin.PresentProof;

/** A new password, or the first one. */
public record PasswordView(boolean replaces, PresentProof.Kind present, Form form) {}
