package io.agizo.signin.pages;

import io.agizo.pages.Form;
import org.jspecify.annotations.Nullable;

/** Sets a new password for whoever has the texted code, or the token of the mailed link. */
public record NewPasswordView(@Nullable String token, Form form) {}
