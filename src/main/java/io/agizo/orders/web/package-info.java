/** Orders over REST. */
@NullMarked
package io.agizo.orders.web;

import org.jspecify.annotations.NullMarked;
