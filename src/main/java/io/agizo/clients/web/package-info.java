/** The doors of the API clients: REST and GraphQL. */
@NullMarked
package io.agizo.clients.web;

import org.jspecify.annotations.NullMarked;
