package io.agizo.signin.pages;

/** Asks for the press by which an e-mail address counts as proved. */
public record EmailView(String token, String address) {}
