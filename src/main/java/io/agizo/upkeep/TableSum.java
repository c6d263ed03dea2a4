package io.agizo.upkeep;

/**
 * What the rows of a table come to, whatever order they lie in; two tables with the same have the same rows.
 *
 * @param hash the hashes of all rows, added up
 */
record TableSum(long rows, String hash) {}
