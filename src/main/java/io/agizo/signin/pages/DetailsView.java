package io.agizo.signin.pages;

import io.agizo.pages.Form;
import io.agizo.signin.PresentProof;

/** The person's own details, to change. */
public record DetailsView(boolean byEmail, PresentProof.Kind present, Form form) {}
