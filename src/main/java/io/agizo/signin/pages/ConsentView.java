package io.agizo.signin.pages;

import java.util.List;

/** Asks whether a foreign program may act for the person. */
public record ConsentView(
        String clientId,
        String clientName,
        String state,
        List<String> asked,
        List<String> already,
        List<String> kept,
        String leadsTo,
        long days) {}
