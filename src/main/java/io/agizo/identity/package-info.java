/** Who is calling, what they may do, and by which address the shop is known. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.agizo.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
