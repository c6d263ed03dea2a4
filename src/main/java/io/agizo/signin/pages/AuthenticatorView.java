package io.agizo.signin.pages;

import io.agizo.pages.Form;
import io.agizo.pages.QrCode;
import io.agizo.signin.PresentProof;

/** Sets an authenticator app up; the secret stands there for those who cannot photograph the code. */
public record AuthenticatorView(String secret, QrCode qr, PresentProof.Kind present, Form form) {}
