package io.agizo.storefront.pages;

import io.agizo.api.pages.Form;

/** The person's own details, to change. */
public record DetailsView(boolean byEmail, Form form) {}
