/** Orders over REST and GraphQL. */
@NullMarked
package io.agizo.orders.web;

import org.jspecify.annotations.NullMarked;
