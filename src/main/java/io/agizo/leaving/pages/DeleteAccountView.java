package io.agizo.leaving.pages;

import io.agizo.pages.Form;

/** Says what deleting the account does, and asks. */
public record DeleteAccountView(boolean employee, boolean lastOwner, Form form) {}
