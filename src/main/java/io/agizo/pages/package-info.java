/** What the pages of both web clients stand on: their frame, texts, forms and files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity"})
package io.agizo.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
