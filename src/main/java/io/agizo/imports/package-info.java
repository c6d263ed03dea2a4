/** Upload of customers, products and orders: row by row, with a report. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "workers", "identity", "api", "customers", "catalog", "inventory", "orders"})
package io.agizo.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
