/** The one address of GraphQL: what is read there, within which limits, and how failures are told. */
@NullMarked
package io.agizo.api.graphql.web;

import org.jspecify.annotations.NullMarked;
