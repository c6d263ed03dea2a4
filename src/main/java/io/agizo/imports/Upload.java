package io.agizo.imports;

import io.agizo.identity.Permission;
import java.util.Set;

/**
 * What someone wants done with a file they send.
 *
 * @param dryRun whether it is only checked and nothing written
 * @param texted whether customers are texted about the orders in it
 * @param setsStock whether the stock of products that are known moves to what it says
 */
public record Upload(ImportKind kind, UploadFormat format, boolean dryRun, boolean texted, boolean setsStock) {

    /** What whoever sends it must hold, and all that working it off may use. */
    Set<Permission> permissions() {
        return setsStock ? Set.of(kind.permission(), Permission.STOCK_WRITE) : Set.of(kind.permission());
    }
}
