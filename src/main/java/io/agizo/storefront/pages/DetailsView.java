package io.agizo.storefront.pages;

import io.agizo.accounts.signin.PresentProof;
import io.agizo.pages.Form;

/** The person's own details, to change. */
public record DetailsView(boolean byEmail, PresentProof.Kind present, Form form) {}
