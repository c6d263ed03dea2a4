package io.agizo.signin.pages;

import io.agizo.pages.Form;

/** Asks for the code that was texted; {@code sentTo} is the number as the person typed it. */
public record CodeView(String sentTo, Form form) {}
