/** The REST door of the uploads. */
@NullMarked
package io.agizo.imports.web;

import org.jspecify.annotations.NullMarked;
