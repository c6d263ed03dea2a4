package io.agizo.storefront.pages;

import io.agizo.accounts.signin.PresentProof;
import io.agizo.pages.Form;

/** Sets an authenticator app up; the secret stands there for those who cannot photograph the code. */
public record AuthenticatorView(String secret, QrCode qr, PresentProof.Kind present, Form form) {}
