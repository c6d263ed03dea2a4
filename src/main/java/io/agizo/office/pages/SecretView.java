package io.agizo.office.pages;

/** The secret of a program, on the one page that ever shows it. */
public record SecretView(String id, String name, String secret) {}
