/** Searches for words in tables of any size: which words a searched one is part of, and how many rows are likely to hold it. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.agizo.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
