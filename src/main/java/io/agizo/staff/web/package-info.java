/** The doors to who works here and may do what: REST and GraphQL. */
@NullMarked
package io.agizo.staff.web;

import org.jspecify.annotations.NullMarked;
