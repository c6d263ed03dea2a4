/** Reads what somebody typed into a search: the words that are meant, also misspelt and unfinished ones, as queries for an index. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.agizo.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
