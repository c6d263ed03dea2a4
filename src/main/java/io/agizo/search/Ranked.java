package io.agizo.search;

/** A row that a search found, and how well it matches. */
public record Ranked<T>(T row, Match match) {}
