package io.agizo.pages;

import java.util.List;

/**
 * What the pages of a module ask of the browser that shows them; each module that has some says it of its own.
 *
 * @param about those about a person, kept out of every cache
 * @param signedIn those for people who are signed in
 * @param fresh those for people who signed in lately, which a forgotten open browser must not be enough for
 */
public record PersonalPages(List<String> about, List<String> signedIn, List<String> fresh) {}
