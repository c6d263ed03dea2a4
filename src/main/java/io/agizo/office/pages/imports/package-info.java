/** The pages on which files are uploaded. */
@NullMarked
package io.agizo.office.pages.imports;

import org.jspecify.annotations.NullMarked;
