/** The pages on which people take their data along and delete their account. */
@NullMarked
package io.agizo.leaving.pages;

import org.jspecify.annotations.NullMarked;
