package io.agizo.office;

import java.util.UUID;

/**
 * What somebody looks at again and again in the list of orders.
 *
 * @param query the question of the list's address: filter, sort and columns
 * @param shared whether it is everybody's
 */
public record SavedView(UUID id, String name, String query, boolean shared) {}
