/** The doors for programs at which somebody asks to be told when a product is back. */
@NullMarked
package io.agizo.backinstock.web;

import org.jspecify.annotations.NullMarked;
